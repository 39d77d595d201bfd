// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/accesspage.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"
#include "views/widgets/cellpainting.h"

#include <QAction>
#include <QLocale>

namespace views {

using models::AccessModel;
using models::PortalUser;

AccessPage::AccessPage(const Boards &boards, QWidget *parent)
    : BoardPage(QStringLiteral("accessPage"), boards, m_users, parent),
      m_users(boards.keeper, boards.index), m_history(boards.index)
{
    auto *events = new QAction(tr("Show the user's events"), this);
    events->setObjectName(QStringLiteral("accessPage.events"));
    connect(events, &QAction::triggered, this, &AccessPage::showEvents);
    auto *pane = new EntryPane({ .name = QStringLiteral("accessPane"),
                                 .nothing = tr("Select a user to see what happened."),
                                 .actions = { events },
                                 .history = &m_history },
                               this);
    pane->setAccessibleName(tr("User details"));
    build({ .name = QStringLiteral("accessPage"),
            .title = tr("Portal access"),
            .searchHint = tr("Search user, role, address or who did it"),
            .actions = { events },
            .pane = pane,
            .columns = columnPlan(),
            .descending = { AccessModel::Created, AccessModel::Changed, AccessModel::Deleted,
                            AccessModel::SignIns, AccessModel::LastSignIn, AccessModel::Failures,
                            AccessModel::LastFailure, AccessModel::Marks },
            .naturalColumn = AccessModel::Marks });
}

std::vector<ColumnPlan> AccessPage::columnPlan() const
{
    const auto words = [this](const QString &widest, int extra = 0) {
        return fontMetrics().horizontalAdvance(widest) + 16 + extra;
    };
    using namespace std::chrono;
    const models::Instant moment = sys_days(year(2000) / 11 / 28) + hours(22) + minutes(48);
    const int time = words(models::shortTime(moment, moment + days(2)));
    const int address = words(QStringLiteral("255.255.255.255"));
    std::vector<ColumnPlan> plan(AccessModel::ColumnCount);
    plan[AccessModel::Login] = { .minimum = words(QStringLiteral("somebody@example.com")),
                                 .weight = 3 };
    plan[AccessModel::Standing] = { .minimum = words(tr("Not known")) };
    plan[AccessModel::Role] = { .minimum = words(tr("Manager"), 16), .drop = 8 };
    plan[AccessModel::Created] = { .minimum = time, .drop = 4 };
    plan[AccessModel::Changed] = { .minimum = time, .drop = 3 };
    plan[AccessModel::Deleted] = { .minimum = time, .drop = 5 };
    plan[AccessModel::By] = { .minimum = words(QStringLiteral("somebody@example.com")),
                              .weight = 1,
                              .drop = 2 };
    plan[AccessModel::SignIns] = { .minimum = words(tr("Sign-ins"), 8), .drop = 10 };
    plan[AccessModel::LastSignIn] = { .minimum = time, .drop = 7 };
    plan[AccessModel::LastSignInFrom] = { .minimum = address, .drop = 6 };
    plan[AccessModel::Failures] = { .minimum = words(tr("Failures"), 8) };
    plan[AccessModel::LastFailure] = { .minimum = time, .drop = 1 };
    plan[AccessModel::LastFailureFrom] = { .minimum = address, .drop = 9 };
    plan[AccessModel::Marks] = { .minimum = words(tr("Worth a look"), severityShapeWidth),
                                 .weight = 3 };
    return plan;
}

void AccessPage::showEvents()
{
    if (const auto place = selectedPlace()) {
        const QString login = boards().index.text(m_users.user(*place).login);
        emit eventsRequested(QString(u"family:user subject:"
                                     % models::writtenValue(models::literalValue(login))));
    }
}

QString AccessPage::countText(int shown, int all) const
{
    const QLocale locale;
    const QString count = shown == all
            ? tr("%1 users").arg(locale.toString(all))
            : tr("%1 of %2 users").arg(locale.toString(shown), locale.toString(all));
    const QString since = models::seenSinceText(boards().keeper.boards().seenSince());
    return since.isEmpty() ? count : QString(count % QStringLiteral(" \u00b7 ") % since);
}

EmptyState::Content AccessPage::nothingYet() const
{
    return { QLatin1String("access"),
             tr("Nobody seen yet"),
             tr("A user of the portal shows up here when one is made, changed or deleted, or signs "
                "in. Who was there before is not told by the feed."),
             {} };
}

EmptyState::Content AccessPage::noMatch() const
{
    return { QLatin1String("search"), tr("No user matches"),
             tr("Nobody has this text and these values."), tr("Show all users") };
}

ShownEntry AccessPage::entryAt(quint32 place)
{
    const models::EventIndex &index = boards().index;
    const PortalUser &user = m_users.user(place);
    ShownEntry shown;
    shown.title = models::singleLine(index.text(user.login), 600);
    const QString role = models::singleLine(models::wordText(index.text(user.role)));
    const QString state = m_users.standingText(user.standing);
    shown.subtitle = role.isEmpty() ? state : QString(state % QStringLiteral(" \u00b7 ") % role);
    shown.notes = m_users.marks(user);
    const auto add = [&](const QString &label, const std::optional<models::Instant> &when,
                         const QString &pattern, models::TermId who) {
        if (!when)
            return;
        const QString name = models::singleLine(index.text(who), 300);
        const QString time = models::longTime(*when);
        shown.facts.append({ label, name.isEmpty() ? time : pattern.arg(time, name) });
    };
    add(tr("Created"), user.created, tr("%1 by %2"), user.createdBy);
    add(tr("Changed"), user.changed, tr("%1 by %2"), user.changedBy);
    add(tr("Deleted"), user.deleted, tr("%1 by %2"), user.deletedBy);
    add(tr("Manager since"), user.managerSince, tr("%1 by %2"), user.managerBy);
    add(tr("Last sign-in"), user.lastSignIn, tr("%1 from %2"), user.lastSignInFrom);
    add(tr("Last failure"), user.lastFailure, tr("%1 from %2"), user.lastFailureFrom);
    const QLocale locale;
    shown.facts.append(
            { tr("Sign-ins"),
              tr("%1 successful, %2 failed")
                      .arg(locale.toString(user.signIns), locale.toString(user.failures)) });
    m_history.show(boards().keeper.boards().access().moments(place));
    return shown;
}

} // namespace views
