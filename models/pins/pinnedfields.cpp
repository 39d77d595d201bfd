// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pins/pinnedfields.h"

#include "models/domain/payloadpath.h"
#include "models/index/filterfields.h"

namespace models {
namespace {

constexpr QLatin1String pathMark("payload:"); // a path may read like the name of a field
constexpr QChar between = u' '; // no type and no name of a field has one

} // namespace

QString PinnedFields::nameOf(const ValueField &field)
{
    if (field.field == Field::Any || field.field == Field::Is)
        return {};
    if (field.field != Field::Path)
        return fieldInfo(field.field).name;
    const auto path = PayloadPath::from(field.path);
    return path ? QString(pathMark + path->text()) : QString();
}

ValueField PinnedFields::fieldOf(const QString &name)
{
    if (!name.startsWith(pathMark))
        return { fieldFromName(name).value_or(Field::Any), {} };
    const auto path = PayloadPath::from(QStringView(name).mid(pathMark.size()));
    return path ? ValueField { Field::Path, path->text() } : ValueField {};
}

bool PinnedFields::contains(const QString &type, const QString &name) const
{
    return m_fields.value(type).contains(name);
}

bool PinnedFields::pin(const QString &type, const QString &name)
{
    if (contains(type, name))
        return true;
    const bool full = m_fields.value(type).size() >= mostOfType
            || (!m_fields.contains(type) && m_fields.size() >= mostTypes);
    if (full || name.isEmpty())
        return false;
    m_fields[type].append(name);
    return true;
}

void PinnedFields::unpin(const QString &type, const QString &name)
{
    m_fields[type].removeAll(name);
    if (m_fields.value(type).isEmpty())
        m_fields.remove(type);
}

QStringList PinnedFields::toTexts() const
{
    QStringList texts;
    for (auto type = m_fields.cbegin(); type != m_fields.cend(); ++type) {
        for (const QString &name : type.value())
            texts += QString(type.key() + between + name);
    }
    return texts;
}

PinnedFields PinnedFields::fromTexts(const QStringList &texts)
{
    PinnedFields pins;
    for (const QString &text : texts) {
        const qsizetype at = text.indexOf(between);
        if (at < 0)
            continue;
        const QString name = text.mid(at + 1);
        if (fieldOf(name).field != Field::Any)
            pins.pin(text.left(at), name);
    }
    return pins;
}

} // namespace models
