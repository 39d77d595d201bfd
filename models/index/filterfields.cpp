// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filterfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace models {

namespace {

constexpr const char *context = "models::FilterFields";

QLatin1String operator""_name(const char *text, std::size_t size)
{
    return QLatin1String(text, qsizetype(size));
}

QString plainName(QStringView name)
{
    QString plain = name.toString().toLower();
    plain.remove(QLatin1Char('_'));
    plain.remove(QLatin1Char('-'));
    return plain;
}

qsizetype editDistance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const qsizetype changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({ changed, row[at] + 1, row[at + 1] + 1 });
        }
    }
    return row.back();
}

} // namespace

const std::vector<FieldInfo> &filterFields()
{
    static const std::vector<FieldInfo> fields {
        { Field::Group, "group"_name, ValueKind::Text,
          QT_TRANSLATE_NOOP("models::FilterFields", "asset group, or the mobile app"),
          "group:\"CA Business Unit\"" },
        { Field::Severity, "severity"_name, ValueKind::Level,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "how grave: none, unknown, low, medium, high, urgent, or the "
                            "portal's word"),
          "severity>=high" },
        { Field::Status, "status"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "what the portal says: open, fixed, accepted, closed, unknown, none, "
                            "or its own word"),
          "status:open" },
        { Field::Is, "is"_name, ValueKind::State,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "open, closed (fixed, accepted or closed), unread, read"),
          "is:open" },
        { Field::Triage, "triage"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "what the team decided: new, acknowledged, snoozed"),
          "triage:new" },
        { Field::Product, "product"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "product; its part before the underscore will do"),
          "product:api" },
        { Field::Type, "type"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "event type; its part after the product, or the beginning of that, "
                            "will do"),
          "type:policy_violation" },
        { Field::Family, "family"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields", "kind of event"), "family:violation" },
        { Field::Asset, "asset"_name, ValueKind::Text,
          QT_TRANSLATE_NOOP("models::FilterFields", "name of the asset"), "asset:shop*" },
        { Field::AssetType, "asset_type"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields", "what the asset is"),
          "asset_type:RESTFUL_API" },
        { Field::HostedOn, "hosted_on"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields", "where the asset runs"), "hosted_on:UNKNOWN" },
        { Field::DiscoveredVia, "discovered_via"_name, ValueKind::Word,
          QT_TRANSLATE_NOOP("models::FilterFields", "how the asset was found"),
          "discovered_via:WEBSITE_CRAWLER" },
        { Field::Policy, "policy"_name, ValueKind::Text,
          QT_TRANSLATE_NOOP("models::FilterFields", "name of the violated policy"), "policy:TLS*" },
        { Field::Title, "title"_name, ValueKind::Text,
          QT_TRANSLATE_NOOP("models::FilterFields", "title, whole or its beginning"),
          "title:certificate*" },
        { Field::Subject, "subject"_name, ValueKind::Text,
          QT_TRANSLATE_NOOP("models::FilterFields", "id of what the event is about"),
          "subject:4f3c*" },
        { Field::Actor, "actor"_name, ValueKind::Text,
          QT_TRANSLATE_NOOP("models::FilterFields", "who acted"), "actor:alice*" },
        { Field::Age, "age"_name, ValueKind::Span,
          QT_TRANSLATE_NOOP("models::FilterFields", "how long ago it happened"), "age>7d" },
        { Field::Time, "time"_name, ValueKind::Moment,
          QT_TRANSLATE_NOOP("models::FilterFields", "when it happened"), "time>=2026-11-01" },
        { Field::Received, "received"_name, ValueKind::Moment,
          QT_TRANSLATE_NOOP("models::FilterFields", "when it arrived here"), "received:12h" },
        { Field::Any, "any"_name, ValueKind::Everything,
          QT_TRANSLATE_NOOP("models::FilterFields", "any text that is shown, as a lone word"),
          "any:certificate,tls" },
        { Field::Path,
          {},
          ValueKind::Payload,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "anything in the event as it came, by its path"),
          "data.affected_asset.hosted_on:UNKNOWN" },
    };
    return fields;
}

const std::vector<FieldInfo> &issueFields()
{
    static const std::vector<FieldInfo> fields {
        { Field::IssueIs, "is"_name, ValueKind::State,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "issue; open, closed, overdue, reopened, regression (fixed before, "
                            "and back); new, acknowledged, snoozed, conflict"),
          "is:overdue" },
        { Field::OpenAge, "age"_name, ValueKind::Span,
          QT_TRANSLATE_NOOP("models::FilterFields",
                            "how long it has been open; a closed one has no age"),
          "age>30d" },
        { Field::FirstSeen, "first_seen"_name, ValueKind::Moment,
          QT_TRANSLATE_NOOP("models::FilterFields", "time of its oldest event"),
          "first_seen>=2026-11-01" },
        { Field::Opened, "opened"_name, ValueKind::Moment,
          QT_TRANSLATE_NOOP("models::FilterFields", "when it was opened"), "opened:7d" },
        { Field::Closed, "closed"_name, ValueKind::Moment,
          QT_TRANSLATE_NOOP("models::FilterFields", "since when it is closed"), "closed:thisweek" },
        { Field::AssignedTo, "assigned_to"_name, ValueKind::Text,
          QT_TRANSLATE_NOOP("models::FilterFields", "whom the team gave it to"),
          "assigned_to:alice*" },
    };
    return fields;
}

/// What issues have instead of a field of events, or besides: where it is worth offering. Nobody
/// acts in an issue, and it has no body.
const std::vector<FieldInfo> &fieldsIn(FilterScope scope)
{
    static const std::vector<FieldInfo> ofIssues = [] {
        std::vector<FieldInfo> fields;
        const auto add = [&fields](std::initializer_list<Field> added) {
            for (const Field field : added)
                fields.push_back(fieldInfo(field));
        };
        for (const FieldInfo &info : filterFields()) {
            if (info.field == Field::Is)
                add({ Field::IssueIs });
            else if (info.field == Field::Triage)
                add({ Field::Triage, Field::AssignedTo });
            else if (info.field == Field::Age)
                add({ Field::OpenAge, Field::FirstSeen, Field::Opened, Field::Closed });
            else if (info.field != Field::Actor && info.field != Field::Path)
                add({ info.field });
        }
        return fields;
    }();
    return scope == FilterScope::Events ? filterFields() : ofIssues;
}

bool isOfIssues(Field field)
{
    return field > Field::Any;
}

const FieldInfo &fieldInfo(Field field)
{
    const std::vector<FieldInfo> &fields = isOfIssues(field) ? issueFields() : filterFields();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [field](const FieldInfo &info) { return info.field == field; });
    return found == fields.end() ? fields.back() : *found;
}

QString fieldName(Field field)
{
    return fieldInfo(field).name;
}

QString fieldMeaning(Field field)
{
    return QCoreApplication::translate(context, fieldInfo(field).meaning);
}

QString kindWord(ValueKind kind)
{
    const auto say = [](const char *text) { return QCoreApplication::translate(context, text); };
    switch (kind) {
    case ValueKind::Word:
        return say(QT_TRANSLATE_NOOP("models::FilterFields", "word"));
    case ValueKind::Level:
        return say(QT_TRANSLATE_NOOP("models::FilterFields", "level"));
    case ValueKind::State:
        return say(QT_TRANSLATE_NOOP("models::FilterFields", "state"));
    case ValueKind::Span:
        return say(QT_TRANSLATE_NOOP("models::FilterFields", "span of time"));
    case ValueKind::Moment:
        return say(QT_TRANSLATE_NOOP("models::FilterFields", "time"));
    case ValueKind::Payload:
        return say(QT_TRANSLATE_NOOP("models::FilterFields", "text, number or time"));
    case ValueKind::Text:
    case ValueKind::Everything:
        break;
    }
    return say(QT_TRANSLATE_NOOP("models::FilterFields", "text"));
}

std::optional<Field> fieldFromName(QStringView name, FilterScope scope)
{
    const QString plain = plainName(name);
    for (const FieldInfo &info : fieldsIn(scope)) {
        if (!info.name.isEmpty() && plainName(QString(info.name)) == plain)
            return info.field;
    }
    return {};
}

QString nearestWord(QStringView wrong, const QStringList &words)
{
    if (wrong.size() > 64)
        return {};
    const QString plain = plainName(wrong);
    qsizetype best = plain.size() <= 3 ? 2 : 3;
    QString nearest;
    for (const QString &word : words) {
        const QString known = plainName(word);
        // What is begun is meant: "sev" for "severity".
        const qsizetype distance =
                plain.size() >= 3 && known.startsWith(plain) ? 1 : editDistance(plain, known);
        if (distance < best) {
            best = distance;
            nearest = word;
        }
    }
    return nearest;
}

QString nearestFieldName(QStringView name, FilterScope scope)
{
    QStringList names;
    for (const FieldInfo &info : fieldsIn(scope)) {
        if (!info.name.isEmpty())
            names.append(info.name);
    }
    return nearestWord(name, names);
}

bool isOrdered(Field field)
{
    switch (fieldInfo(field).kind) {
    case ValueKind::Level:
    case ValueKind::Span:
    case ValueKind::Moment:
    case ValueKind::Payload:
        return true;
    default:
        return false;
    }
}

} // namespace models
