// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace models {

/// A place in the body of an event, such as "data.affected_asset.hosted_on": names of members
/// with dots between them. It begins in the event object ("event." before it means the same),
/// or, where that has no such member, in the envelope around it. A dot within a name is written
/// as "\." and a back-slash as "\\". In an array each element is meant, or one where its number
/// stands in the path. Names of members are compared with case. Immutable; any thread.
class PayloadPath final
{
public:
    /// The longest path and the most names in it.
    static constexpr qsizetype longest = 512;
    static constexpr qsizetype deepest = 32;

    /// Nothing where the text is no path: an empty name, or beyond the bounds.
    static std::optional<PayloadPath> from(QStringView text);

    /// The path as it is compared and kept: without "event." before it.
    const QString &text() const { return m_text; }

    /// Shows the values at the path to `see` until it says true, and returns whether it did.
    /// Texts are as they are, numbers by their digits, null is empty, an object is its JSON.
    /// A missing member, an empty array and a body that is no JSON have no values.
    bool anyOf(QByteArrayView body, const std::function<bool(const QString &)> &see) const;

private:
    PayloadPath() = default;
    bool canBeIn(QByteArrayView body) const;

    QString m_text;
    QList<QByteArray> m_names;
    QByteArray m_sign; ///< the last name in quotes; empty where it may be written in other ways
};

/// The values at a path of a body, at most 1,000; see PayloadPath. Any thread.
QStringList valuesAt(QByteArrayView body, const QString &path);

} // namespace models
