// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/pages/issuespage.h"

namespace views {

class LifePane;

/// Tells a LifePane of the issue that its event belongs to, and again when something changes about
/// it. The boards are read when the pane is looked at for the first time. GUI thread.
class EventLife final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    EventLife(const IssuesPage::Parts &parts, LifePane &pane, QObject *parent = nullptr);

signals:
    /// The issue (its place in the board), those of its rule, or all of its asset, should be shown.
    void issueRequested(quint32 place);
    void sameRuleRequested(quint32 place);
    void sameAssetRequested(quint32 place);

private:
    void tell();
    std::optional<quint32> place() const;

    IssuesPage::Parts m_parts;
    LifePane &m_pane;
    bool m_wanted = false; ///< somebody looks
};

} // namespace views
