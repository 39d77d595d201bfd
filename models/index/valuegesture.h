// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <QMetaType>

namespace models {

/// What a value belongs to: a field of the language, or a place in the body.
struct ValueField
{
    Field field = Field::Any; ///< Any: nothing that could be filtered by
    QString path = {}; ///< Field::Path only, see PayloadPath
    bool operator==(const ValueField &) const = default;
};

/// A value that stands somewhere on the screen, with what a filter by it would say.
struct ValueRef
{
    ValueField field;
    QString value; ///< in the filter language
    QString text; ///< as it came, for the clipboard
    bool operator==(const ValueRef &) const = default;
};

/// Gestures on values, each an edit of the one filter that leaves the clauses on other fields
/// alone. Values are in the filter language. All pure; any thread.

/// The values that the filter selects or excludes of a field, patterns as they are.
QStringList selectedValues(const Filter &filter, const ValueField &field);
QStringList excludedValues(const Filter &filter, const ValueField &field);
/// Whether the filter selects (excludes) this value by its name.
bool isSelected(const Filter &filter, const ValueField &field, const QString &value);
bool isExcluded(const Filter &filter, const ValueField &field, const QString &value);

/// Selects a value beside those that are; it is excluded no longer.
Filter included(const Filter &filter, const ValueField &field, const QString &value);
/// Excludes a value beside those that are; it is selected by name no longer.
Filter excludedToo(const Filter &filter, const ValueField &field, const QString &value);
/// Selects this value and no other, and excludes none.
Filter only(const Filter &filter, const ValueField &field, const QString &value);
/// Neither selects nor excludes a value. A pattern that stands for it gives way to the others
/// of `marked` that it stands for; where these are more than 50, the value is excluded instead.
Filter released(const Filter &filter, const ValueField &field, const QString &value,
                const QStringList &marked = {});

} // namespace models

Q_DECLARE_METATYPE(models::ValueRef)
