// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QWidget;

namespace views {

/// Says when an event was read: it was the selected one for two seconds on end while its page was
/// to be seen in the active window. Who leaves earlier, by whatever way, has not read it.
/// GUI thread.
class ReadWatcher final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds normalRest { 2000 };

    /// `page` is the parent.
    explicit ReadWatcher(QWidget &page, std::chrono::milliseconds rest = normalRest);

    /// The event that might be read; 0: none.
    qint64 watched() const { return m_timer.isActive() ? m_event : 0; }

public slots:
    /// This event is selected now; 0: none.
    void select(qint64 event);

signals:
    void eventRead(qint64 event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isLookedAt() const;
    void followWindow();
    void judge();

    QWidget &m_page;
    QPointer<QWidget> m_window;
    QTimer m_timer;
    qint64 m_event = 0;
};

} // namespace views
