// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/visitmemory.h"

#include <QGuiApplication>
#include <QSettings>

namespace app {

namespace {

constexpr QLatin1String visitKey("visit/last");

std::optional<models::Instant> readVisit(const QSettings &settings)
{
    bool known = false;
    const qint64 visit = settings.value(visitKey).toLongLong(&known);
    if (!known || visit <= 0)
        return {};
    return models::Instant(std::chrono::milliseconds(visit));
}

} // namespace

VisitMemory::VisitMemory(QSettings &settings, std::chrono::milliseconds interval)
    : m_settings(settings), m_before(readVisit(settings))
{
    m_while.setInterval(interval);
    connect(&m_while, &QTimer::timeout, this, &VisitMemory::write);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &VisitMemory::follow);
    follow(QGuiApplication::applicationState());
}

void VisitMemory::follow(Qt::ApplicationState state)
{
    if (state == Qt::ApplicationActive) {
        m_while.start();
    } else if (m_while.isActive()) {
        m_while.stop();
        write();
    }
}

void VisitMemory::keep()
{
    if (m_while.isActive())
        write();
}

// At once onto the disk: what Qt would write some time later is what a crash loses.
void VisitMemory::write()
{
    m_settings.setValue(visitKey, qint64(models::now().time_since_epoch().count()));
    m_settings.sync();
}

} // namespace app
