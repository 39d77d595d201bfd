// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/windowmemory.h"

#include "app/main/windows.h"
#include "views/desktop/viewstate.h"
#include "views/mainwindow.h"
#include "views/pages/eventspage.h"
#include "views/pages/timebar.h"

#include <QSettings>

namespace app {

namespace {

constexpr int mostWindows = 32; // a file that was tampered with opens no thousand
constexpr QLatin1String countKey("windows/count");

/// The first keeps the name from the time when there was one window only.
QString groupOf(int window)
{
    return window == 0 ? QStringLiteral("view") : QStringLiteral("view%1").arg(window + 1);
}

QString filterKey(int window)
{
    return QString(groupOf(window) + QLatin1String("/filter"));
}

QString tableKey(int window)
{
    return QString(groupOf(window) + QLatin1String("/table"));
}

QString timesKey(int window)
{
    return QString(groupOf(window) + QLatin1String("/timesOfEvents"));
}

} // namespace

void WindowMemory::restore(Windows &windows) const
{
    const int count = qBound(1, m_settings.value(countKey, 1).toInt(), mostWindows);
    for (int number = 0; number < count; ++number) {
        EventsWindow &window = number == 0 ? windows.first() : windows.add();
        views::ViewState(m_settings, groupOf(number)).restore(window.window());
        if (m_settings.value(timesKey(number)).toBool())
            window.page().timeBar().setField(models::Field::Time);
        const models::Filter::Parsed kept =
                models::Filter::parse(m_settings.value(filterKey(number)).toString());
        if (kept.filter)
            window.query().setFilter(*kept.filter);
        const auto table =
                models::TableLayout::parse(m_settings.value(tableKey(number)).toString());
        if (table)
            window.page().setTableLayout(*table);
    }
}

void WindowMemory::save(const Windows &windows)
{
    for (int number = 1; number < mostWindows; ++number)
        m_settings.remove(groupOf(number));
    const int count = qMin(int(windows.all().size()), mostWindows);
    m_settings.setValue(countKey, count);
    for (int number = 0; number < count; ++number) {
        EventsWindow &window = *windows.all()[std::size_t(number)];
        views::ViewState(m_settings, groupOf(number)).save(window.window());
        m_settings.setValue(filterKey(number), window.query().filter().text());
        m_settings.setValue(timesKey(number),
                            window.page().timeBar().chosenField() == models::Field::Time);
        m_settings.setValue(tableKey(number), window.page().tableLayout().text());
    }
}

} // namespace app
