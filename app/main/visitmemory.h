// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

class QSettings;

namespace app {

/// Remembers when the person was here. A visit lasts as long as a window of the program is in use;
/// while one is, the moment is written from time to time, and again when the person turns to
/// another program, so that neither a crash nor a power cut loses more than that. A program that
/// nobody looks at writes nothing. GUI thread.
class VisitMemory final : public QObject
{
    Q_OBJECT
public:
    /// `settings` must outlive it.
    explicit VisitMemory(QSettings &settings,
                         std::chrono::milliseconds interval = std::chrono::minutes(1));

    /// The end of the visit before this start; nothing: the person was never here. It stays the
    /// same while the program runs, whatever is written meanwhile.
    const std::optional<models::Instant> &before() const { return m_before; }
    /// The program ends: writes the moment if a window is in use.
    void keep();

private:
    void follow(Qt::ApplicationState state);
    void write();

    QSettings &m_settings;
    const std::optional<models::Instant> m_before;
    QTimer m_while; ///< runs while a window is in use
};

} // namespace app
