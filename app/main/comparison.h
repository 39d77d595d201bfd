// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventcomparer.h"

#include <QPointer>

namespace views {
class CompareDialog;
class DetailPane;
class EventsPage;
} // namespace views

namespace app {

/// The comparison of two events in one window: takes the wishes of its table and of its details,
/// and shows the answer in a dialog. GUI thread.
class Comparison final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    Comparison(const models::EventIndex &index, models::Archive &archive, views::EventsPage &page,
               views::DetailPane &detail);

signals:
    /// Something happened that the status bar should tell.
    void said(const QString &what);

private:
    void compare(qint64 one, qint64 other);
    void show(const models::EventComparison &comparison);

    views::EventsPage &m_page;
    models::EventComparer m_comparer;
    QPointer<views::CompareDialog> m_dialog; // a child of the window
};

} // namespace app
