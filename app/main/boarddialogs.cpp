// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/boarddialogs.h"

#include "app/main/boardsdesk.h"
#include "models/index/eventindex.h"
#include "views/baseline/baselinedialog.h"
#include "views/mainwindow.h"
#include "views/pages/issuespage.h"
#include "views/since/sincedialog.h"

namespace app {

namespace {

void bringUp(QDialog &dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace

BoardDialogs::BoardDialogs(BoardsDesk &desk, models::EventIndex &index, views::MainWindow &window,
                           views::IssuesPage &issues)
    : m_desk(desk), m_index(index), m_window(window), m_issues(issues)
{
    connect(&issues, &views::IssuesPage::sinceRequested, this, &BoardDialogs::showSince);
    connect(&issues, &views::IssuesPage::baselineRequested, this, &BoardDialogs::showBaseline);
}

void BoardDialogs::showIssue(quint32 place)
{
    m_window.showPage(&m_issues);
    m_issues.showIssue(place);
}

void BoardDialogs::showSince()
{
    if (!m_since) {
        m_since = new views::SinceDialog(m_desk.since(m_index, m_issues.policy(), m_lastVisit),
                                         &m_window);
        m_since->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_since, &views::SinceDialog::copied, this, &BoardDialogs::said);
        connect(m_since, &views::SinceDialog::issueRequested, this, &BoardDialogs::showIssue);
    }
    bringUp(*m_since);
}

void BoardDialogs::showBaseline()
{
    if (!m_baseline) {
        m_baseline = new views::BaselineDialog(m_index, &m_window);
        m_baseline->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_baseline, &views::BaselineDialog::compareRequested, this,
                [this](const QString &file) {
                    m_reader.compare(file, m_desk.keeper().boards(), m_index.terms());
                });
        connect(m_baseline, &views::BaselineDialog::cancelRequested, &m_reader,
                &BaselineReader::cancel);
        connect(&m_reader, &BaselineReader::compared, m_baseline,
                &views::BaselineDialog::showResult);
        connect(&m_reader, &BaselineReader::failed, m_baseline,
                &views::BaselineDialog::showFailure);
        connect(m_baseline, &views::BaselineDialog::copied, this, &BoardDialogs::said);
        connect(m_baseline, &views::BaselineDialog::issueRequested, this, &BoardDialogs::showIssue);
    }
    bringUp(*m_baseline);
}

} // namespace app
