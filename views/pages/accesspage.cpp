// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/accesspage.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/items/accessmodel.h"
#include "models/items/eventtext.h"
#include "views/keys/keynotes.h"
#include "views/widgets/cellpainting.h"

#include <QAction>
#include <QApplication>
#include <QLocale>

#include <memory>

namespace views {

using models::AccessKind;
using models::AccessModel;
using models::AccessMoment;
using models::PortalUser;

AccessPage::AccessPage(const BoardParts &parts, QWidget *parent)
    : BoardPage(parts, makeSetup(parts), parent)
{
    QAction *events =
            addEntryAction(tr("Show its events"), QStringLiteral("events"), [this](quint32 at) {
                const PortalUser &user = this->parts().keeper.boards().access().user(at);
                const QString login = this->parts().index.text(user.login);
                const QString filter =
                        u"subject:" % models::writtenValue(models::literalValue(login));
                emit eventsRequested(filter);
            });
    events->setShortcut(QKeySequence(Qt::Key_O));
    noteKey(*events, KeyGroup::AccessTable);
}

BoardPage::Setup AccessPage::makeSetup(const BoardParts &parts)
{
    Setup setup;
    setup.name = QStringLiteral("accessPage");
    setup.title = tr("Users of the portal");
    setup.searchHint = tr("Search user, role, who changed it or address");
    setup.selectHint = tr("Select a user to see what happened.");
    setup.loading = tr("Working out who has access");
    setup.noMatch = tr("No user matches");
    setup.showAll = tr("Show all users");
    setup.nothing = { QLatin1String("access"),
                      tr("No user of the portal yet"),
                      tr("A user shows up here when made, changed or deleted, or with a sign-in. "
                         "The feed tells changes only: who had access before is not known."),
                      {} };
    setup.model = std::make_unique<AccessModel>(parts.keeper, parts.index);
    setup.columns = makeColumns();
    setup.naturalColumn = AccessModel::Marks;
    setup.searched = { AccessModel::Login, AccessModel::Role, AccessModel::By,
                       AccessModel::LastSignInFrom, AccessModel::LastFailureFrom };
    setup.facets = { { AccessModel::Marks, QStringLiteral("marks") },
                     { AccessModel::Standing, QStringLiteral("state") },
                     { AccessModel::Role, QStringLiteral("role") } };
    setup.count = [](int shown, int all) {
        const QLocale locale;
        return shown == all
                ? tr("%1 users").arg(locale.toString(all))
                : tr("%1 of %2 users").arg(locale.toString(shown), locale.toString(all));
    };
    return setup;
}

std::vector<BoardPage::Column> AccessPage::makeColumns()
{
    using Kind = CellLook::Kind;
    const QFontMetrics metrics(QApplication::font());
    const auto words = [&metrics](const QString &widest) {
        return metrics.horizontalAdvance(widest) + 16;
    };
    const int time = timeColumnWidth(metrics);
    const int address = words(QStringLiteral("203.113.113.113"));
    const auto when = [time](int drop, bool hidden = false) {
        return Column { { .minimum = time, .hidden = hidden, .drop = drop },
                        { Kind::Figures },
                        true };
    };
    const auto number = [&words](const QString &header, int drop) {
        return Column { { .minimum = words(header) + 12, .drop = drop }, { Kind::Figures }, true };
    };
    std::vector<Column> columns(AccessModel::ColumnCount);
    columns[AccessModel::Login] = {
        { .minimum = words(QStringLiteral("someone@example.com")), .weight = 4 }, { Kind::Strong }
    };
    columns[AccessModel::Standing] = { { .minimum = words(QStringLiteral("Not known")),
                                         .drop = 10 } };
    columns[AccessModel::Role] = { { .minimum = words(QStringLiteral("Developer")), .drop = 9 } };
    columns[AccessModel::Created] = when(3);
    columns[AccessModel::Changed] = when(2);
    columns[AccessModel::Deleted] = when(4);
    columns[AccessModel::By] = {
        { .minimum = words(QStringLiteral("someone@example")), .weight = 2, .drop = 1 }
    };
    columns[AccessModel::SignIns] = number(QStringLiteral("Sign-ins"), 5);
    columns[AccessModel::LastSignIn] = when(8);
    columns[AccessModel::LastSignInFrom] = { { .minimum = address, .drop = 7 } };
    columns[AccessModel::Failures] = number(QStringLiteral("Failures"), 0);
    columns[AccessModel::LastFailure] = when(6);
    columns[AccessModel::LastFailureFrom] = { { .minimum = address, .drop = 7 } };
    columns[AccessModel::Marks] = {
        { .minimum = words(QStringLiteral("Signed in after 99 failures")) + 12, .weight = 5 },
        { Kind::Mark },
        true
    };
    return columns;
}

QList<Fact> AccessPage::factsOf(const PortalUser &user) const
{
    QList<Fact> facts;
    const auto add = [this, &facts](const QString &label,
                                    const std::optional<models::Instant> &time, models::TermId term,
                                    const QString &joined) {
        if (!time)
            return;
        const QString when = models::longTime(*time);
        facts.append({ label, term == 0 ? when : joined.arg(when, text(term)) });
    };
    if (user.role != 0)
        facts.append({ tr("Role"), models::roleText(text(user.role)) });
    add(tr("Manager since"), user.managerSince, user.managerBy, tr("%1, by %2"));
    add(tr("Created"), user.created, user.createdBy, tr("%1, by %2"));
    add(tr("Changed"), user.changed, user.changedBy, tr("%1, by %2"));
    if (user.timesChanged > 1)
        facts.append({ tr("Times changed"), QLocale().toString(user.timesChanged) });
    add(tr("Deleted"), user.deleted, user.deletedBy, tr("%1, by %2"));
    facts.append({ tr("Sign-ins"), QLocale().toString(user.signIns) });
    add(tr("Last sign-in"), user.lastSignIn, user.lastSignInFrom, tr("%1, from %2"));
    facts.append({ tr("Failures"), QLocale().toString(user.failures) });
    add(tr("Last failure"), user.lastFailure, user.lastFailureFrom, tr("%1, from %2"));
    add(tr("First seen"), user.firstSeen, 0, {});
    add(tr("Last seen"), user.lastSeen, 0, {});
    return facts;
}

models::ListLine AccessPage::lineOf(const AccessMoment &moment) const
{
    models::ListLine line;
    line.when = models::shortTime(moment.time, models::now());
    line.event = moment.event;
    const QString detail = text(moment.detail);
    QStringList more;
    switch (moment.kind) {
    case AccessKind::Created:
        line.what = tr("Created");
        break;
    case AccessKind::Deleted:
        line.what = tr("Deleted");
        break;
    case AccessKind::Updated:
        line.what = tr("Changed");
        break;
    case AccessKind::SignedIn:
        line.what = tr("Signed in");
        break;
    case AccessKind::SignInFailed:
        line.what = tr("Sign-in failed");
        break;
    case AccessKind::Other:
        line.what = tr("Something else");
        break;
    }
    const bool isSignIn =
            moment.kind == AccessKind::SignedIn || moment.kind == AccessKind::SignInFailed;
    if (!detail.isEmpty())
        more += isSignIn ? tr("from %1").arg(detail) : models::roleText(detail);
    if (moment.actor != 0)
        more += tr("by %1").arg(text(moment.actor));
    line.more = more.join(QStringLiteral(" \u00b7 "));
    return line;
}

ShownEntry AccessPage::entryAt(quint32 place) const
{
    const models::AccessBoard &board = parts().keeper.boards().access();
    const auto &users = static_cast<const AccessModel &>(model());
    ShownEntry entry;
    entry.title = text(board.user(place).login);
    entry.state = users.facetText(place, AccessModel::Standing);
    entry.marks = users.marksOf(place);
    entry.facts = factsOf(board.user(place));
    auto moments = std::make_shared<const std::vector<AccessMoment>>(board.moments(place));
    entry.heading = tr("History");
    entry.lines = int(moments->size());
    entry.lineOf = [this, moments](int row) { // newest first
        return lineOf((*moments)[moments->size() - 1 - std::size_t(row)]);
    };
    return entry;
}

} // namespace views
