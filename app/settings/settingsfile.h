// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/settings/settings.h"

#include <QCoreApplication>
#include <QString>

namespace app {

/// The settings as an INI file. Blocking access to a small local file; any thread.
class SettingsFile final
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)

public:
    explicit SettingsFile(QString path);

    /// The settings; defaults for what is missing or cannot be understood, so that a damaged file
    /// never keeps the program from starting. Fails where the file exists but cannot be read.
    models::Result<models::Settings> load() const;
    /// Keeps the settings; the file is readable by its owner alone.
    models::Result<models::Done> save(const models::Settings &settings) const;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace app
