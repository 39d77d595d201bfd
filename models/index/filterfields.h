// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <optional>

namespace models {

/// What the values of a field are.
enum class ValueKind : quint8 {
    Text, ///< whatever the portal sent
    Word, ///< one of the portal's words
    Level, ///< one of an ordered list
    State, ///< one of Field::Is
    Span, ///< back from now: 7d
    Moment, ///< a date, a date with time, or a span back from now
    Payload, ///< text, number or time
    Everything, ///< all that is shown
};

/// A field of the filter language. The one table of them: completion, help and the words of
/// mistakes read it.
struct FieldInfo
{
    Field field = Field::Any;
    QLatin1String name; ///< in the language; empty for a path
    ValueKind kind = ValueKind::Text;
    const char *meaning = ""; ///< English, to be translated: see fieldMeaning()
    const char *example = ""; ///< a clause
};

/// All fields of events in the order in which they are worth offering. Any thread.
const std::vector<FieldInfo> &filterFields();
/// The fields that issues have besides, or with another meaning. Any thread.
const std::vector<FieldInfo> &issueFields();
/// All fields that an expression can have, in the order in which they are worth offering. Any
/// thread.
const std::vector<FieldInfo> &fieldsIn(FilterScope scope);
const FieldInfo &fieldInfo(Field field);

/// What the field is about, in a few words; translated.
QString fieldMeaning(Field field);
/// "text", "level", "time", …; translated.
QString kindWord(ValueKind kind);

/// The field of a name in the language: case, "_" and "-" do not matter. Any thread.
std::optional<Field> fieldFromName(QStringView name, FilterScope scope = FilterScope::Events);
/// The field name nearest to a mistyped one, by edit distance; empty where none is near.
QString nearestFieldName(QStringView name, FilterScope scope = FilterScope::Events);
/// Whether only an expression about issues can have the field.
bool isOfIssues(Field field);
/// Whether the field can be compared with <, <=, > and >=.
bool isOrdered(Field field);

/// The words of an enumeration, as `key` tells them.
template<typename Enum> QStringList keysOf(int count, QLatin1String (*key)(Enum))
{
    QStringList keys;
    for (int i = 0; i < count; ++i)
        keys.append(key(static_cast<Enum>(i)));
    return keys;
}
/// Of `words` the one nearest to a mistyped one, without case; empty where none is near.
QString nearestWord(QStringView wrong, const QStringList &words);

} // namespace models
