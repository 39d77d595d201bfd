// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/baselinereader.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace views {
class BaselineDialog;
class IssuesPage;
class MainWindow;
class SinceDialog;
} // namespace views

namespace models {
class EventIndex;
} // namespace models

namespace app {

class BoardsDesk;

/// The dialogs of one window that are about all issues: what changed, and the comparison with a
/// list. GUI thread.
class BoardDialogs final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    BoardDialogs(BoardsDesk &desk, models::EventIndex &index, views::MainWindow &window,
                 views::IssuesPage &issues);

    /// When the person was here the last time; nothing: never.
    void setLastVisit(const std::optional<models::Instant> &lastVisit) { m_lastVisit = lastVisit; }
    void showSince();
    void showBaseline();

signals:
    /// Something happened that the status bar should tell.
    void said(const QString &what);

private:
    void showIssue(quint32 place);

    BoardsDesk &m_desk;
    models::EventIndex &m_index;
    views::MainWindow &m_window;
    views::IssuesPage &m_issues;
    BaselineReader m_reader;
    std::optional<models::Instant> m_lastVisit;
    QPointer<views::SinceDialog> m_since; // children of the window
    QPointer<views::BaselineDialog> m_baseline;
};

} // namespace app
