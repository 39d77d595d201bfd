// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/index/naivefilter.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace tests {

using namespace models;

namespace {

QString plain(const QString &text)
{
    static QHash<QString, QString> made; // only so that the test is done in time
    const auto known = made.constFind(text);
    if (known != made.constEnd())
        return *known;
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toLower()) {
        if (c.category() != QChar::Mark_NonSpacing)
            result += c;
    }
    made.insert(text, result);
    return result;
}

bool same(const QString &text, QString value)
{
    if (value.endsWith(QLatin1String("\\*")))
        return text.toLower() == QString(value.chopped(2) + QLatin1Char('*')).toLower();
    if (value == QLatin1String("*"))
        return !text.isEmpty();
    if (value.endsWith(QLatin1Char('*')))
        return text.toLower().startsWith(value.chopped(1).toLower());
    return text.toLower() == value.toLower();
}

bool compare(auto left, FilterNode::Relation relation, auto right)
{
    switch (relation) {
    case FilterNode::Relation::Less:
        return left < right;
    case FilterNode::Relation::LessOrEqual:
        return left <= right;
    case FilterNode::Relation::Greater:
        return left > right;
    case FilterNode::Relation::GreaterOrEqual:
        return left >= right;
    case FilterNode::Relation::Is:
        break;
    }
    return left == right;
}

qint64 daysAgo(const QString &value, Instant now)
{
    return now.time_since_epoch().count() - value.chopped(1).toLongLong() * 86'400'000;
}

/// The first day of a part of the calendar and the first after it; invalid for other values.
std::pair<QDate, QDate> calendarDays(const QString &word, QDate today)
{
    if (word == QLatin1String("today"))
        return { today, today.addDays(1) };
    if (word == QLatin1String("yesterday"))
        return { today.addDays(-1), today };
    if (word == QLatin1String("thismonth")) {
        QDate first = today;
        while (first.day() != 1)
            first = first.addDays(-1);
        return { first, first.addMonths(1) };
    }
    if (word == QLatin1String("thisyear"))
        return { QDate(today.year(), 1, 1), QDate(today.year() + 1, 1, 1) };
    if (word != QLatin1String("thisweek"))
        return {};
    QDate monday = today;
    while (monday.dayOfWeek() != Qt::Monday)
        monday = monday.addDays(-1);
    return { monday, monday.addDays(7) };
}

/// Before the days -1, within them 0, after them 1.
int sideOf(QDate day, const std::pair<QDate, QDate> &days)
{
    return day < days.first ? -1 : (day < days.second ? 0 : 1);
}

bool matches(const EventIndex &index, quint32 row, const FilterNode &node, const QString &value,
             Instant now)
{
    const auto is = [&](TermColumn column) { return same(index.text(column, row), value); };
    const qint64 time = index.time(row).time_since_epoch().count();
    switch (node.field) {
    case Field::Group:
        return is(TermColumn::Group);
    case Field::Product: {
        const QString product = index.text(TermColumn::Product, row).toLower();
        return is(TermColumn::Product)
                || (!value.isEmpty() && product.startsWith(value.toLower() + QLatin1Char('_')));
    }
    case Field::Type: {
        const QString type = index.text(TermColumn::Type, row);
        const QString rest = type.section(QLatin1String("__"), 1);
        return is(TermColumn::Type) || (!rest.isEmpty() && same(rest, value))
                || (!rest.isEmpty() && !value.isEmpty()
                    && rest.toLower().startsWith(value.toLower() + QLatin1Char('_')));
    }
    case Field::Asset:
        return is(TermColumn::Asset);
    case Field::Policy:
        return is(TermColumn::Policy);
    case Field::AssetType:
        return is(TermColumn::AssetType);
    case Field::HostedOn:
        return is(TermColumn::HostedOn);
    case Field::DiscoveredVia:
        return is(TermColumn::DiscoveredVia);
    case Field::Subject:
        return is(TermColumn::Subject);
    case Field::Title:
        return is(TermColumn::Title);
    case Field::Actor:
        return is(TermColumn::Actor);
    case Field::Family:
        return same(QString(familyKey(index.family(row))), value);
    case Field::Triage:
        return same(naiveStanding(index, row), value);
    case Field::Is: {
        const Status status = index.status(row);
        if (value.toLower() == QLatin1String("open"))
            return status == Status::Open;
        if (value.toLower() == QLatin1String("closed"))
            return status != Status::Open && status != Status::None && status != Status::Unknown;
        return value.toLower() == QLatin1String("unread"); // nothing was read here
    }
    case Field::Path:
        return false; // the index has no bodies
    case Field::Severity: {
        for (int i = 0; i < severityCount; ++i) {
            if (same(QString(severityKey(static_cast<Severity>(i))), value)
                && !value.endsWith(QLatin1Char('*')))
                return compare(static_cast<int>(index.severity(row)), node.relation, i);
        }
        if (node.relation != FilterNode::Relation::Is)
            return compare(index.severity(row), node.relation, *severityFromWord(value));
        return is(TermColumn::SeverityWord)
                || (value.endsWith(QLatin1Char('*'))
                    && same(QString(severityKey(index.severity(row))), value));
    }
    case Field::Status: {
        for (int i = 0; i < statusCount; ++i) {
            if (value.toLower() == statusKey(static_cast<Status>(i)))
                return static_cast<int>(index.status(row)) == i;
        }
        return is(TermColumn::StatusWord)
                || (value.endsWith(QLatin1Char('*'))
                    && same(QString(statusKey(index.status(row))), value));
    }
    case Field::Age: {
        const qint64 moment = daysAgo(value, now);
        if (node.relation == FilterNode::Relation::Is)
            return time >= moment;
        return compare(moment, node.relation, time);
    }
    case Field::Time:
    case Field::Received: {
        const qint64 at =
                node.field == Field::Time ? time : index.received(row).time_since_epoch().count();
        if (value.endsWith(QLatin1Char('d'))) {
            const qint64 moment = daysAgo(value, now);
            return node.relation == FilterNode::Relation::Is ? at >= moment
                                                             : compare(at, node.relation, moment);
        }
        const auto local = [](qint64 moment) { // as on the screen
            return QDateTime::fromMSecsSinceEpoch(moment).date();
        };
        const auto days = calendarDays(value.toLower(), local(now.time_since_epoch().count()));
        if (days.first.isValid())
            return compare(sideOf(local(at), days), node.relation, 0);
        const QDate day = QDate::fromString(value.left(10), Qt::ISODate);
        return compare(QDateTime::fromMSecsSinceEpoch(at, QTimeZone::utc()).date(), node.relation,
                       day);
    }
    case Field::Any:
        break;
    case Field::IssueIs:
    case Field::OpenAge:
    case Field::FirstSeen:
    case Field::Opened:
    case Field::Closed:
    case Field::AssignedTo:
        return false; // events have none of it
    }
    const QString needle = plain(value.endsWith(QLatin1Char('*')) ? value.chopped(1) : value);
    for (const TermColumn column :
         { TermColumn::Title, TermColumn::Text, TermColumn::Asset, TermColumn::Group,
           TermColumn::Policy, TermColumn::Type, TermColumn::Subject, TermColumn::Actor,
           TermColumn::SeverityWord, TermColumn::StatusWord }) {
        if (plain(index.text(column, row)).contains(needle))
            return true;
    }
    return false;
}

int compareKeys(const EventIndex &index, Order::Key key, quint32 a, quint32 b)
{
    const auto way = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
    const auto text = [&](TermColumn column) {
        const QString left = index.text(column, a);
        const QString right = index.text(column, b);
        const int folded = way(plain(left).toUtf8(), plain(right).toUtf8());
        return folded != 0 ? folded : way(left.toUtf8(), right.toUtf8());
    };
    switch (key) {
    case Order::Key::Received:
        return way(index.id(a), index.id(b));
    case Order::Key::Time:
        return way(index.time(a), index.time(b));
    case Order::Key::Severity:
        return way(index.severity(a), index.severity(b));
    case Order::Key::Status:
        return way(index.status(a), index.status(b));
    case Order::Key::Product:
        return text(TermColumn::Product);
    case Order::Key::Type:
        return text(TermColumn::Type);
    case Order::Key::Title:
        return text(TermColumn::Title);
    case Order::Key::Asset:
        return text(TermColumn::Asset);
    case Order::Key::Group:
        return text(TermColumn::Group);
    case Order::Key::Policy:
        return text(TermColumn::Policy);
    case Order::Key::Family:
        return way(index.family(a), index.family(b));
    case Order::Key::AssetType:
        return text(TermColumn::AssetType);
    case Order::Key::HostedOn:
        return text(TermColumn::HostedOn);
    case Order::Key::DiscoveredVia:
        return text(TermColumn::DiscoveredVia);
    case Order::Key::Actor:
        return text(TermColumn::Actor);
    case Order::Key::Subject:
        return text(TermColumn::Subject);
    case Order::Key::Age:
        return way(index.time(b), index.time(a));
    }
    return 0;
}

} // namespace

QString naiveStanding(const EventIndex &index, quint32 row)
{
    const TermId subject = index.term(TermColumn::Subject, row);
    if (!index.standings() || subject == 0)
        return QStringLiteral("new");
    const SubjectStandings &subjects = index.standings()->subjects();
    if (subjects.acknowledged.contains(subject))
        return QStringLiteral("acknowledged");
    return subjects.snoozed.contains(subject) ? QStringLiteral("snoozed") : QStringLiteral("new");
}

bool naivePasses(const EventIndex &index, quint32 row, const FilterNode &node, Instant now)
{
    const auto passes = [&](const std::shared_ptr<const FilterNode> &child) {
        return naivePasses(index, row, *child, now);
    };
    switch (node.kind) {
    case FilterNode::Kind::All:
        return true;
    case FilterNode::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), passes);
    case FilterNode::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), passes);
    case FilterNode::Kind::Not:
        return !passes(node.children.front());
    case FilterNode::Kind::Match:
        break;
    }
    return std::any_of(node.values.begin(), node.values.end(),
                       [&](const QString &value) { return matches(index, row, node, value, now); });
}

std::vector<quint32> naiveRows(const EventIndex &index, const Filter &filter, Order order,
                               Instant now)
{
    std::vector<quint32> rows;
    for (quint32 row = 0; row < index.rows(); ++row) {
        if (naivePasses(index, row, filter.root(), now))
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
        int way = compareKeys(index, order.key, a, b);
        if (way != 0)
            return order.descending ? way > 0 : way < 0;
        way = order.second ? compareKeys(index, order.second->key, a, b) : 0;
        if (way != 0)
            return order.second->descending ? way > 0 : way < 0;
        return index.id(a) > index.id(b);
    });
    return rows;
}

} // namespace tests
