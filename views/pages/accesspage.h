// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesshistory.h"
#include "models/items/accessmodel.h"
#include "views/pages/boardpage.h"

namespace views {

/// Who can get into the portal: users made, changed and deleted, sign-ins with their addresses, and
/// marks on what is worth a look. GUI thread.
class AccessPage final : public BoardPage
{
    Q_OBJECT
public:
    explicit AccessPage(const Boards &boards, QWidget *parent = nullptr);

protected:
    QString countText(int shown, int all) const override;
    EmptyState::Content nothingYet() const override;
    EmptyState::Content noMatch() const override;
    ShownEntry entryAt(quint32 place) override;

private:
    std::vector<ColumnPlan> columnPlan() const;
    void showEvents();

    models::AccessModel m_users;
    models::AccessHistory m_history;
};

} // namespace views
