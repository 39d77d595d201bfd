// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/pinnedfacts.h"

#include "models/domain/payloadpath.h"
#include "models/index/filterwords.h"
#include "models/items/eventtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace views {
namespace {

constexpr qsizetype largestBody = 256 * 1024;
constexpr qsizetype mostValues = 5;
constexpr qsizetype longestValue = 500;
constexpr qsizetype longestLabel = 40;

QString words(const char *text)
{
    return QCoreApplication::translate("views::DetailPane", text);
}

Fact pathFact(const models::StoredEvent &stored, const models::ValueField &field)
{
    // The end of a path says what it is; the beginning is alike in all.
    QString label = models::singleLine(field.path, models::PayloadPath::longest);
    if (label.size() > longestLabel)
        label = QString(QChar(0x2026) + label.right(longestLabel - 1));
    if (stored.event.body.size() > largestBody)
        return { label, words("The event is too large to look it up here.") };
    QStringList values;
    const auto path = models::PayloadPath::from(field.path);
    if (path) {
        path->anyOf(stored.event.body, [&values](const QString &value) {
            values += value;
            return values.size() >= mostValues;
        });
    }
    if (values.isEmpty())
        return { label, words("Not in this event") };
    const QString &first = values.first();
    return { label,
             models::singleLine(values.join(QStringLiteral(" · ")), longestValue),
             { field, models::literalValue(first), first } };
}

} // namespace

QString pinType(const models::Event &event)
{
    return event.type.isEmpty() ? QString(models::familyKey(event.family)) : event.type;
}

QList<Fact> pinnedFacts(const models::StoredEvent &stored, const models::PinnedFields &pins)
{
    const models::Event &event = stored.event;
    QList<Fact> known = facts(stored);
    known.prepend({ words("Status"), statusBadge(event), statusRef(event) });
    known.prepend({ words("Severity"), severityBadge(event), severityRef(event) });
    known.prepend({ words("Title"), models::singleLine(event.title, longestValue),
                    refOf(models::Field::Title, event.title) });
    QList<Fact> found;
    for (const QString &name : pins.of(pinType(event))) {
        const models::ValueField field = models::PinnedFields::fieldOf(name);
        if (field.field == models::Field::Path) {
            found += pathFact(stored, field);
            continue;
        }
        const auto fact = std::find_if(known.cbegin(), known.cend(), [&](const Fact &each) {
            return each.ref.field == field && !each.value.isEmpty();
        });
        if (fact != known.cend())
            found += *fact;
        else
            found += Fact { name, words("Not in this event"), { field, {}, {} } };
    }
    return found;
}

} // namespace views
