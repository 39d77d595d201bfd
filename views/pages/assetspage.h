// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/pages/boardpage.h"

namespace views {

/// The assets: every one that any event named, where it belongs, and what is open on it. GUI
/// thread.
class AssetsPage final : public BoardPage
{
    Q_OBJECT
public:
    explicit AssetsPage(const BoardParts &parts, QWidget *parent = nullptr);

signals:
    /// The asset that this event names should be opened in the portal.
    void openRequested(qint64 event);
    /// The open issues of an asset (models::Asset::key) should be shown.
    void issuesRequested(models::TermId asset);

protected:
    ShownEntry entryAt(quint32 place) const override;

private:
    // Before there is a page.
    static Setup makeSetup(const BoardParts &parts);
    static std::vector<Column> makeColumns();
    QList<Fact> factsOf(quint32 place) const;
    /// The name that events and issues know it by.
    QString nameOf(quint32 place) const;
    void addOpenIssues(ShownEntry &entry, quint32 key) const;
};

} // namespace views
