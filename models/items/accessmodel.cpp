// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accessmodel.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/items/eventtext.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace models {

namespace {

std::optional<Instant> timeIn(const PortalUser &user, int column)
{
    switch (AccessModel::Column(column)) {
    case AccessModel::Created:
        return user.created;
    case AccessModel::Changed:
        return user.changed;
    case AccessModel::Deleted:
        return user.deleted;
    case AccessModel::LastSignIn:
        return user.lastSignIn;
    case AccessModel::LastFailure:
        return user.lastFailure;
    default:
        return {};
    }
}

bool isTime(int column)
{
    return column == AccessModel::Created || column == AccessModel::Changed
            || column == AccessModel::Deleted || column == AccessModel::LastSignIn
            || column == AccessModel::LastFailure;
}

TermId lastBy(const PortalUser &user)
{
    TermId by = user.createdBy;
    Instant when = user.created.value_or(Instant::min());
    if (user.changed && *user.changed >= when) {
        by = user.changedBy;
        when = *user.changed;
    }
    return user.deleted && *user.deleted >= when ? user.deletedBy : by;
}

TermId termIn(const PortalUser &user, int column)
{
    switch (AccessModel::Column(column)) {
    case AccessModel::Login:
        return user.login;
    case AccessModel::Role:
        return user.role;
    case AccessModel::By:
        return lastBy(user);
    case AccessModel::LastSignInFrom:
        return user.lastSignInFrom;
    case AccessModel::LastFailureFrom:
        return user.lastFailureFrom;
    default:
        return 0;
    }
}

} // namespace

AccessModel::AccessModel(BoardKeeper &keeper, const EventIndex &index, QObject *parent)
    : BoardModel(parent), m_keeper(keeper), m_index(index)
{
    connect(&keeper, &BoardKeeper::changed, this, [this](const BoardChanges &changes) {
        if (changes.issues.empty())
            return update(changes.users);
        readClosures();
        update(withManagers(changes.users));
    });
    readClosures();
    rebuild();
}

void AccessModel::readClosures()
{
    m_closures.clear();
    const IssueBoard &board = m_keeper.boards().issues();
    for (quint32 place = 0; place < board.size(); ++place) {
        const IssueState &state = board.state(place);
        if (state.phase == IssuePhase::Closed && state.status == Status::Accepted)
            m_closures.push_back(state.closed);
    }
    std::sort(m_closures.begin(), m_closures.end());
}

/// These and all managers, whose marks depend on what was closed.
std::vector<quint32> AccessModel::withManagers(std::vector<quint32> changed) const
{
    for (quint32 place = 0; place < places(); ++place) {
        if (user(place).managerSince)
            changed.push_back(place);
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[ColumnCount] = { tr("User"),        tr("State"),       tr("Role"),
                                         tr("Created"),     tr("Changed"),     tr("Deleted"),
                                         tr("By"),          tr("Sign-ins"),    tr("Last sign-in"),
                                         tr("From"),        tr("Failures"),    tr("Last failure"),
                                         tr("Failed from"), tr("Worth a look") };
    return section < int(std::size(names)) ? names[section] : QVariant();
}

const PortalUser &AccessModel::user(quint32 place) const
{
    return m_keeper.boards().access().user(place);
}

const PortalUser &AccessModel::userAt(int row) const
{
    return user(placeAt(row));
}

quint32 AccessModel::places() const
{
    return m_keeper.boards().access().size();
}

int AccessModel::closuresAfter(const PortalUser &user) const
{
    if (!user.managerSince)
        return 0;
    const qint64 from = user.managerSince->time_since_epoch().count();
    const qint64 to = (*user.managerSince + managerWindow).time_since_epoch().count();
    return int(std::upper_bound(m_closures.begin(), m_closures.end(), to)
               - std::lower_bound(m_closures.begin(), m_closures.end(), from));
}

int AccessModel::markCount(const PortalUser &user) const
{
    return (user.guessed ? 1 : 0) + (closuresAfter(user) >= manyClosures ? 1 : 0);
}

QStringList AccessModel::marks(const PortalUser &user) const
{
    QStringList marks;
    if (user.guessed) {
        marks.append(tr("Signed in %1 after %2 failures in a row")
                             .arg(longTime(*user.guessed))
                             .arg(user.failuresBefore));
    }
    if (const int closures = closuresAfter(user); closures >= manyClosures) {
        marks.append(tr("Manager since %1; %2 issues were closed without a fix in the day after "
                        "(the portal does not tell by whom)")
                             .arg(longTime(*user.managerSince))
                             .arg(closures));
    }
    return marks;
}

/// The first mark in few words: what is whole is said by marks().
QString AccessModel::marksText(const PortalUser &user) const
{
    const int count = markCount(user);
    if (count == 0)
        return {};
    const QLocale locale;
    const QString first = user.guessed
            ? tr("Signed in after %1 failures").arg(locale.toString(user.failuresBefore))
            : tr("New manager, %1 closures").arg(locale.toString(closuresAfter(user)));
    return count == 1 ? first : tr("%1 +%2").arg(first, locale.toString(count - 1));
}

qint64 AccessModel::facetKey(quint32 place, int column) const
{
    if (column == Marks)
        return markCount(user(place)) > 0 ? 1 : 0;
    const qint64 key = BoardModel::facetKey(place, column);
    return column == Standing ? key + 1 : key;
}

QString AccessModel::facetText(quint32 place, int column) const
{
    return column == Marks ? tr("Marked") : BoardModel::facetText(place, column);
}

QString AccessModel::searchText(quint32 place, int column) const
{
    const QString shown = facetText(place, column);
    if (column != Role)
        return shown;
    return shown % u'\n' % m_index.text(user(place).role); // a line end is in no search
}

BoardModel::Key AccessModel::key(quint32 place, int column) const
{
    const PortalUser &user = this->user(place);
    if (isTime(column)) {
        const auto time = timeIn(user, column);
        return { time ? qint64(time->time_since_epoch().count())
                      : std::numeric_limits<qint64>::max() };
    }
    switch (Column(column)) {
    case Standing:
        return { int(user.standing) };
    case SignIns:
        return { user.signIns };
    case Failures:
        return { user.failures };
    case Marks:
        return { markCount(user) };
    default:
        return { qint64(termIn(user, column)), true };
    }
}

QVariant AccessModel::cell(quint32 place, int column, int role) const
{
    const PortalUser &user = this->user(place);
    if (role == MarksRole || (role == Qt::ToolTipRole && column == Marks)) {
        const QStringList words = marks(user);
        return role == MarksRole ? QVariant(words) : QVariant(words.join(QLatin1Char('\n')));
    }
    if (role == Qt::ToolTipRole && isTime(column)) {
        const auto time = timeIn(user, column);
        return time ? longTime(*time) : QString();
    }
    if (role == CopyRole && column == Role)
        return m_index.text(user.role);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? cellText(user, column) : QVariant();
}

QString AccessModel::cellText(const PortalUser &user, int column) const
{
    const auto count = [](int number) {
        return number == 0 ? QString() : QLocale().toString(number);
    };
    if (isTime(column)) {
        const auto time = timeIn(user, column);
        return time ? shortTime(*time, now()) : QString();
    }
    switch (Column(column)) {
    case Standing:
        return user.standing == PortalUser::Standing::Deleted  ? tr("Deleted")
                : user.standing == PortalUser::Standing::There ? tr("Active")
                                                               : tr("Not known");
    case SignIns:
        return count(user.signIns);
    case Failures:
        return count(user.failures);
    case Marks:
        return marksText(user);
    case Role:
        return singleLine(roleText(m_index.text(user.role)));
    default:
        return singleLine(m_index.text(termIn(user, column)));
    }
}

const DictionaryView &AccessModel::terms() const
{
    return m_index.terms();
}

} // namespace models
