// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/savedviews/savedview.h"

#include <QCoreApplication>

namespace app {

/// The saved views as a file beside the settings. Blocking access to a small local file; any
/// thread.
class ViewsFile final
{
    Q_DECLARE_TR_FUNCTIONS(app::ViewsFile)

public:
    /// Views as they were kept, and what has to be said about it.
    struct Loaded
    {
        QList<models::SavedView> views;
        QString notice; ///< empty where all is well
    };

    explicit ViewsFile(QString path);

    /// The views that are kept; the standard ones where none are. A file that cannot be
    /// understood is put aside under another name, not overwritten.
    Loaded load() const;
    /// Keeps the views: whole or, on a failure, not at all.
    models::Result<models::Done> save(const QList<models::SavedView> &views) const;
    const QString &path() const { return m_path; }

    /// Reads a text of views from any file; no more than such a text can have.
    static models::Result<QByteArray> readText(const QString &path);
    /// Writes a text to any file: whole or not at all.
    static models::Result<models::Done> writeText(const QString &path, const QByteArray &text);

private:
    QString m_path;
};

} // namespace app
