// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/valuegesture.h"

#include "models/index/filterwords.h"

#include <algorithm>

namespace models {

namespace {

constexpr qsizetype mostSpelledOut = 50;

Filter withSelected(const Filter &filter, const ValueField &field, const QStringList &values)
{
    return field.field == Field::Path ? filter.withPathValues(field.path, values)
                                      : filter.withValues(field.field, values);
}

Filter withExcluded(const Filter &filter, const ValueField &field, const QStringList &values)
{
    return field.field == Field::Path ? filter.withExcludedPathValues(field.path, values)
                                      : filter.withExcluded(field.field, values);
}

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool named(const QStringList &values, const QString &value)
{
    return std::any_of(values.begin(), values.end(),
                       [&value](const QString &one) { return same(one, value); });
}

QStringList withoutName(QStringList values, const QString &value)
{
    values.removeIf([&value](const QString &one) { return same(one, value); });
    return values;
}

bool standsFor(Field field, const QString &pattern, const QString &value)
{
    return ValueTest(field, { pattern })(QStringView(valuePattern(value).text));
}

/// The values without one; nothing where a pattern stands for too many others to name them.
std::optional<QStringList> takenOut(Field field, const QStringList &values, const QString &value,
                                    const QStringList &marked)
{
    QStringList left;
    for (const QString &pattern : values) {
        if (same(pattern, value))
            continue;
        if (!standsFor(field, pattern, value)) {
            left.append(pattern);
            continue;
        }
        QStringList others;
        for (const QString &one : marked) {
            if (!same(one, value) && standsFor(field, pattern, one))
                others.append(one);
        }
        if (others.size() > mostSpelledOut)
            return {};
        for (const QString &one : others) {
            if (!named(left, one))
                left.append(one);
        }
    }
    return left;
}

} // namespace

QStringList selectedValues(const Filter &filter, const ValueField &field)
{
    return field.field == Field::Path ? filter.pathValues(field.path) : filter.values(field.field);
}

QStringList excludedValues(const Filter &filter, const ValueField &field)
{
    return field.field == Field::Path ? filter.excludedPathValues(field.path)
                                      : filter.excluded(field.field);
}

bool isSelected(const Filter &filter, const ValueField &field, const QString &value)
{
    return named(selectedValues(filter, field), value);
}

bool isExcluded(const Filter &filter, const ValueField &field, const QString &value)
{
    return named(excludedValues(filter, field), value);
}

Filter included(const Filter &filter, const ValueField &field, const QString &value)
{
    QStringList selected = selectedValues(filter, field);
    if (!named(selected, value))
        selected.append(value);
    const QStringList excluded = excludedValues(filter, field);
    const Filter wider = named(excluded, value)
            ? withExcluded(filter, field, withoutName(excluded, value))
            : filter;
    return withSelected(wider, field, selected);
}

Filter excludedToo(const Filter &filter, const ValueField &field, const QString &value)
{
    QStringList excluded = excludedValues(filter, field);
    if (!named(excluded, value))
        excluded.append(value);
    const QStringList selected = selectedValues(filter, field);
    const Filter wider = named(selected, value)
            ? withSelected(filter, field, withoutName(selected, value))
            : filter;
    return withExcluded(wider, field, excluded);
}

Filter only(const Filter &filter, const ValueField &field, const QString &value)
{
    return withSelected(withExcluded(filter, field, {}), field, { value });
}

Filter released(const Filter &filter, const ValueField &field, const QString &value,
                const QStringList &marked)
{
    const QStringList excluded = excludedValues(filter, field);
    const QStringList selected = selectedValues(filter, field);
    const auto fewerExcluded = takenOut(field.field, excluded, value, marked);
    Filter result = filter;
    if (fewerExcluded && *fewerExcluded != excluded)
        result = withExcluded(result, field, *fewerExcluded);
    const auto fewer = takenOut(field.field, selected, value, marked);
    if (!fewer)
        return excludedToo(result, field, value);
    return *fewer != selected ? withSelected(result, field, *fewer) : result;
}

} // namespace models
