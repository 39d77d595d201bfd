// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/pages/boardpage.h"

namespace models {
class AccessModel;
struct AccessMoment;
struct PortalUser;
} // namespace models

namespace views {

/// The users of the portal: who came, went and changed, who signed in from where or failed to, and
/// what of it is worth a look. GUI thread.
class AccessPage final : public BoardPage
{
    Q_OBJECT
public:
    explicit AccessPage(const BoardParts &parts, QWidget *parent = nullptr);

protected:
    ShownEntry entryAt(quint32 place) const override;

private:
    // Before there is a page.
    static Setup makeSetup(const BoardParts &parts);
    static std::vector<Column> makeColumns();
    QList<Fact> factsOf(const models::PortalUser &user) const;
    models::ListLine lineOf(const models::AccessMoment &moment) const;
};

} // namespace views
