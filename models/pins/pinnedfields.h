// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace models {

/// Which fields a person wants to see first, by event type, in the order in which they were
/// pinned. A field is a name of the filter language or a path of the body. A value; any thread.
class PinnedFields final
{
public:
    static constexpr qsizetype mostOfType = 20;
    static constexpr qsizetype mostTypes = 500;

    /// The text that names a field here; empty: it cannot be pinned.
    static QString nameOf(const ValueField &field);
    /// The field of such a name; Field::Any where nobody knows it.
    static ValueField fieldOf(const QString &name);

    QStringList of(const QString &type) const { return m_fields.value(type); }
    bool contains(const QString &type, const QString &name) const;
    /// Pins behind the others of the type; false where there are mostOfType, or mostTypes.
    bool pin(const QString &type, const QString &name);
    void unpin(const QString &type, const QString &name);

    /// As texts for a settings file, and back; what cannot be read is left out.
    QStringList toTexts() const;
    static PinnedFields fromTexts(const QStringList &texts);

    bool operator==(const PinnedFields &) const = default;

private:
    QMap<QString, QStringList> m_fields; ///< by type
};

} // namespace models
