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
    QString path;
    JsonLeaf left; ///< not where Added
    JsonLeaf right; ///< not where Removed
    bool operator==(const JsonDifference &) const = default;
};

/// Every path of two bodies, in the order of the left one with what is new where it stands on
/// the right. Elements of arrays are compared by their number. Any thread.
QList<JsonDifference> compareLeaves(const QList<JsonLeaf> &left, const QList<JsonLeaf> &right);

} // namespace models
