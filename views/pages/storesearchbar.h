// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace models {
class EventQuery;
}

namespace views {

class MessageBar;

/// Says that rows may still follow from the store, how far the search is, and lets it be ended and
/// taken up again. A search that is over at once is not mentioned. GUI thread.
class StoreSearchBar final : public QWidget
{
    Q_OBJECT
public:
    /// `query` must outlive the bar.
    explicit StoreSearchBar(models::EventQuery &query, QWidget *parent = nullptr);

private:
    void refresh();
    void act();

    models::EventQuery &m_query;
    MessageBar *m_bar;
    QTimer m_delay; ///< runs while it is too early to speak of the search
    bool m_searching = false;
};

} // namespace views
