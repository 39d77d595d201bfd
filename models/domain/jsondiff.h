// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace models {

/// A value at the end of a path: a scalar, or an object or array with nothing in it.
struct JsonLeaf
{
    enum class Kind : quint8 { Text, Number, Truth, Null, EmptyObject, EmptyArray };
    QString path; ///< names as PayloadPath writes them, elements of arrays by their number
    Kind kind = Kind::Null;
    QString text; ///< a string as it is, a number by its digits, else JSON
    QString key; ///< by what it is compared: the path, with elements that have a name by that
    bool operator==(const JsonLeaf &) const = default;
};

/// The leaves of a body in the order in which they stand, at most 20,000; of a name that stands
/// twice in an object the first. Nothing where the body is no JSON, nested deeper than 64, or
/// larger than 1 MiB. Any thread.
std::optional<QList<JsonLeaf>> jsonLeaves(QByteArrayView body);

/// One path of two bodies.
struct JsonDifference
{
    enum class Kind : quint8 {
        Equal,
        Changed,
        Removed, ///< on the left alone
        Added, ///< on the right alone
    };
    Kind kind = Kind::Equal;
    QString path; ///< on the left, or where it is on the right alone
    QString place; ///< the path for people, elements that have a name by that: "tags[id=7].text"
    JsonLeaf left; ///< not where Added
    JsonLeaf right; ///< not where Removed
    bool operator==(const JsonDifference &) const = default;
};

/// Every path of two bodies, in the order of the left one with what is new where it stands on
/// the right, compared by the keys of the leaves. Any thread.
QList<JsonDifference> compareLeaves(const QList<JsonLeaf> &left, const QList<JsonLeaf> &right);

/// The same of two bodies. Elements of arrays are compared by what names them, where all elements
/// of that array on both sides are objects with an “id”, “key” or “name” that differs from each
/// other's; else by their number. Nothing where one of them has no leaves. Any thread.
std::optional<QList<JsonDifference>> compareBodies(QByteArrayView left, QByteArrayView right);

} // namespace models
