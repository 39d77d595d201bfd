// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/uptime.h"
#include "models/index/timehistogram.h"

#include <QWidget>

class QLabel;
class QMenu;

namespace views {

class LinkButton;
class TimeStrip;

/// The line above the table that shows when things happened: the strip, and at its right a menu of
/// usual ranges. A view of the time range in the query's one filter. Hidden while there is no event
/// at all. GUI thread.
class TimeBar final : public QWidget
{
    Q_OBJECT
public:
    /// `query` must outlive the bar; `name` is the object name, before a dot also that of the
    /// parts.
    TimeBar(models::EventQuery &query, const QString &name, QWidget *parent = nullptr);

    /// What is on record of when the receiver was on.
    void showUptime(const QList<models::UptimeRun> &runs);
    /// The time column that was chosen, Received or Time, to be kept and put back.
    models::Field chosenField() const { return m_times.chosenField(); }
    void setField(models::Field field) { m_times.setField(field); }
    models::TimeHistogram &times() { return m_times; }

private:
    void makeMenu();
    int sideWidth() const;
    void popUp();
    void askForRange();
    void refresh();

    models::TimeHistogram m_times;
    std::optional<models::Uptime> m_uptime;
    TimeStrip *m_strip;
    LinkButton *m_range;
    QLabel *m_bin;
    QMenu *m_menu;
};

} // namespace views
