// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/checks/sourcefile.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace checks {

/// What an #include line names, e.g. {"models/domain/event.h", quoted} or {"QString", not quoted}.
struct Include
{
    QString name;
    bool quoted = false;
};

/// The #include of a line, or nothing.
[[nodiscard]] std::optional<Include> includeOf(const QString &line);

/// Who may include whom: models see models and Qt Core; app sees models and app, and nothing of Qt
/// Gui; views see models and views, and nothing of Qt Network, Sql, HttpServer; only app/main sees
/// all. Knows the header folders of Qt's modules, so that `<QColor>` is recognised as Qt Gui.
class LayerRules final
{
public:
    /// `qtHeaders`: the folder that holds QtCore/, QtGui/, …
    explicit LayerRules(QString qtHeaders);

    /// One line "path:line: reason" for each forbidden include of `file`.
    [[nodiscard]] QStringList problems(const SourceFile &file) const;

private:
    [[nodiscard]] QString verdict(const SourceFile &file, const Include &include) const;
    [[nodiscard]] bool isOf(const QString &module, const QString &name) const;

    QString m_qtHeaders;
};

} // namespace checks
