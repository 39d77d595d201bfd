// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/family.h"
#include "models/index/filterfields.h"
#include "models/index/filterparser.h"
#include "models/index/filterwords.h"
#include "models/index/pathtest.h"
#include "models/index/standing.h"
#include "models/index/timebound.h"

#include <QDate>

#include <algorithm>

namespace models {

namespace {

/// The span that is most likely meant; empty where none is.
QString meantSpan(const QString &value)
{
    QString plain = value;
    while (plain.startsWith(QLatin1Char('-')) || plain.startsWith(QLatin1Char('+')))
        plain.remove(0, 1);
    qsizetype digits = 0;
    while (digits < plain.size() && plain[digits].isDigit())
        ++digits;
    if (digits == 0 || digits > 5)
        return {};
    const QString unit = plain.mid(digits).toLower();
    if (unit.startsWith(QLatin1Char('y')))
        return QString::number(QStringView(plain).first(digits).toInt() * 12) + QLatin1Char('m');
    const QString letter = unit.isEmpty() ? QStringLiteral("d") : unit.left(1);
    const QString span = plain.left(digits) + letter;
    return timeBound(span) ? span : QString();
}

/// The date or span that is most likely meant; empty where none is.
QString meantTime(const QString &value)
{
    if (value.compare(QLatin1String("today"), Qt::CaseInsensitive) == 0)
        return QDate::currentDate().toString(Qt::ISODate);
    if (value.compare(QLatin1String("yesterday"), Qt::CaseInsensitive) == 0)
        return QDate::currentDate().addDays(-1).toString(Qt::ISODate);
    for (const char *form : { "yyyy/M/d", "d.M.yyyy", "yyyy.M.d", "yyyy-M-d" }) {
        const QDate date = QDate::fromString(value, QString::fromLatin1(form));
        if (date.isValid())
            return date.toString(Qt::ISODate);
    }
    return meantSpan(value);
}

} // namespace

/// Whether the value of a clause with one value can be understood.
bool FilterParser::judge(const FilterNode &node, qsizetype at)
{
    const QString &value = node.values.front();
    const qsizetype length = m_at - at;
    const auto wrong = [&](const QString &text, const QString &meant) {
        if (meant.isEmpty())
            fail(at, length, text);
        else
            fail(at, length, text, Filter::Edit { at, length, writtenValue(meant) });
    };
    const auto oneOf = [&](const QStringList &keys, const QString &sentence) {
        const ValueTest test(node.field, node.values);
        if (std::none_of(keys.begin(), keys.end(),
                         [&test](const QString &key) { return test(QStringView(key)); }))
            wrong(sentence.arg(value, keys.join(QLatin1String(", "))), nearestWord(value, keys));
    };
    switch (node.field) {
    case Field::Age:
    case Field::OpenAge: {
        const std::optional<TimeBound> bound = timeBound(value);
        if (!bound || !bound->relative)
            wrong(tr("An age is a number with h, d, w or m: 12h, 7d, 2w, 3m."), meantSpan(value));
        break;
    }
    case Field::Time:
    case Field::Received:
    case Field::FirstSeen:
    case Field::Opened:
    case Field::Closed:
        if (!timeBound(value)) {
            wrong(tr("A time is a date (2026-11-01), a date with time (2026-11-01T09:30), a span "
                     "back from now (12h, 7d), or today, yesterday, thisweek, thismonth, "
                     "thisyear."),
                  meantTime(value));
        }
        break;
    case Field::Family:
        oneOf(keysOf(familyCount, familyKey), tr("There is no family “%1”. The families are: %2."));
        break;
    case Field::Triage:
        oneOf(keysOf(standingCount, standingKey),
              tr("The team's state is never “%1”. It is one of: %2."));
        break;
    case Field::Severity:
        if (node.relation != FilterNode::Relation::Is && !severityFromKey(value)
            && !severityFromWord(value)) {
            wrong(tr("“%1” has no place in the order none, unknown, low, medium, high, urgent.")
                          .arg(value),
                  nearestWord(value, keysOf(severityCount, severityKey)));
        }
        break;
    case Field::Is:
        if (!stateFromKey(value))
            judgeForeignState(value, at);
        break;
    case Field::IssueIs:
        judgeTrait(value, at);
        break;
    case Field::Path:
        if (node.relation != FilterNode::Relation::Is && !PathTest::comparable(value)) {
            wrong(tr("A path is compared with a number or with a time: data.count>5, "
                     "data.date_created>=2026-11-01, data.date_created<7d."),
                  {});
        }
        break;
    default:
        break;
    }
    return !failed();
}

} // namespace models
