// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"

#include "models/domain/certificateinfo.h"
#include "views/widgets/noticestack.h"

#include <QMainWindow>
#include <QTimer>

#include <optional>

class QActionGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace views {

class Actions;
class PageRail;
class StatusDot;

/// The program's window: pages behind a slim rail (Ctrl+1, Ctrl+2, …), notices above them, and
/// the status bar that says in true words what the receiver does. Settings and the menu are
/// offered to each page as actions. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);

    /// Takes `page` as its child; the first one is shown. `icon` is a name for views::icon().
    /// Before ViewState::restore(), which knows the page that was shown by its object name.
    void addPage(QWidget *page, const QString &title, QLatin1String icon);
    QWidget *currentPage() const;

public slots:
    void showState(const models::ReceiverState &state);
    void showCounters(const models::ReceiverCounters &counters);
    /// The store is being read; `done` events so far.
    void showLoading(qsizetype done);
    /// The store has been read.
    void finishLoading();
    /// Shows one of the pages and gives it the focus.
    void showPage(QWidget *page);
    /// Shows a notice above the pages until clearNotice(); the same key again replaces it.
    void setNotice(const QString &key, views::NoticeLevel level, const QString &text,
                   const QString &action = {});
    void clearNotice(const QString &key);
    /// The receiver's certificate, none without HTTPS: warns 30, 14 and 3 days before it expires.
    void showCertificate(const std::optional<models::CertificateInfo> &certificate);
    /// Anyone who can reach the receiver can send events: says so for as long as it is true.
    void showOpen(bool open);

signals:
    void settingsRequested();
    /// The person wants to see the refused requests (status bar).
    void refusedRequested();
    /// The button of a notice was pressed.
    void noticeActivated(const QString &key);
    void quitRequested();
    /// The person wants another window on the same data.
    void newWindowRequested();
    /// The window has been closed by the person.
    void closed();
    /// The person asked what program this is; the window has shown it.
    void aboutRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeStatusBar();
    void refresh();
    void refreshNotices();
    void connectActions();
    void showAbout();

    Actions *m_actions;
    NoticeStack *m_notices;
    PageRail *m_rail;
    QStackedWidget *m_stack;
    QActionGroup *m_pages;
    StatusDot *m_dot;
    QLabel *m_receiver;
    QToolButton *m_refused;
    QLabel *m_loading;
    std::optional<models::CertificateInfo> m_certificate;
    QTimer m_clock; ///< lets "12 s ago" grow
    models::ReceiverState m_state;
    models::ReceiverCounters m_counters;
};

} // namespace views
