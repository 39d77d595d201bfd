// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace checks {

/// One text file of the project. Value type.
struct SourceFile
{
    QString path; ///< relative to the root, with '/'
    QStringList lines; ///< without line ends

    [[nodiscard]] bool isHeader() const { return path.endsWith(u".h"); }
    [[nodiscard]] bool isCpp() const { return isHeader() || path.endsWith(u".cpp"); }
    [[nodiscard]] bool isIn(QStringView folder) const { return path.startsWith(folder); }

    /// The lines without comments and without the text inside string literals; line numbers stay.
    [[nodiscard]] QStringList code() const;
};

/// A file from its text, for samples.
[[nodiscard]] SourceFile sourceFile(const QString &path, const QString &text);

/// Every text file under the source folders of `root`, ordered by path. Test data is left out: it
/// is other people's text.
[[nodiscard]] std::vector<SourceFile> readTree(const QString &root);

} // namespace checks
