// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/assetsmodel.h"
#include "views/pages/boardpage.h"

namespace views {

/// The assets: what the company has, who owns it, and what is open on it. GUI thread.
class AssetsPage final : public BoardPage
{
    Q_OBJECT
public:
    explicit AssetsPage(const Boards &boards, QWidget *parent = nullptr);

signals:
    /// The open issues of the asset of this name should be shown.
    void issuesRequested(const QString &asset);

protected:
    QString countText(int shown, int all) const override;
    EmptyState::Content nothingYet() const override;
    EmptyState::Content noMatch() const override;
    ShownEntry entryAt(quint32 place) override;

private:
    std::vector<ColumnPlan> columnPlan() const;
    QString nameOf(quint32 place) const;
    void showEvents();

    models::AssetsModel m_assets;
};

} // namespace views
