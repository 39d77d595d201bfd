// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/eventswindow.h"
#include "models/domain/ban.h"
#include "models/domain/certificateinfo.h"
#include "models/domain/receiverstate.h"
#include "views/widgets/noticestack.h"

#include <QMap>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// The windows of the program, at least one, in the order in which they were opened. Whatever is
/// said to one is said to all, and again to those that are opened later. Closing one of several
/// ends that one alone; closing the last is left to who ends the program. GUI thread.
class Windows final : public QObject
{
    Q_OBJECT
public:
    explicit Windows(const WindowContext &context);
    ~Windows() override;

    /// Makes another window; it is not shown yet.
    EventsWindow &add();
    EventsWindow &first() { return *m_windows.front(); }
    /// The one that the person works in, else the first.
    EventsWindow &active();
    const std::vector<std::unique_ptr<EventsWindow>> &all() const { return m_windows; }

    /// When the person was here the last time: what came since is told once all is loaded.
    void setLastVisit(const std::optional<models::Instant> &lastVisit);

    void hideAll();
    /// Shows all of them, the active one on top.
    void raise();

public slots:
    void showState(const models::ReceiverState &state);
    void showCounters(const models::ReceiverCounters &counters);
    void showCertificate(const std::optional<models::CertificateInfo> &certificate);
    void showBans(const QList<models::Ban> &bans);
    /// Anyone who can reach the receiver can send events.
    void showOpen(bool open);
    void showLoading(qsizetype done);
    void finishLoading();
    void setNotice(const QString &key, views::NoticeLevel level, const QString &text,
                   const QString &action = {});
    void clearNotice(const QString &key);

signals:
    /// From this window.
    void settingsRequested(QWidget *window);
    void liftRequested(const QByteArray &group);
    void quitRequested();

private:
    struct Notice
    {
        views::NoticeLevel level;
        QString text;
        QString action;
    };
    void openAnother(EventsWindow &from);
    void tellAll(EventsWindow &window) const;
    void tellVisit();
    void close(EventsWindow *window);

    const WindowContext m_context;
    models::ReceiverState m_state;
    models::ReceiverCounters m_counters;
    std::optional<models::CertificateInfo> m_certificate;
    QList<models::Ban> m_bans;
    bool m_open = false;
    std::optional<qsizetype> m_loading;
    bool m_loaded = false; ///< all that was there
    std::optional<models::Instant> m_lastVisit;
    QMap<QString, Notice> m_notices;
    std::vector<std::unique_ptr<EventsWindow>> m_windows;
};

} // namespace app
