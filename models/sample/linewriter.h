// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>
#include <QByteArrayView>

namespace models {

/// A random-looking id of 128 bits, written as a version 4 UUID.
struct SampleId
{
    quint64 high = 0;
    quint64 low = 0;
};

/// Appends the pieces of a JSON line to one buffer. Nothing is escaped: texts must be safe
/// inside a JSON string already. Formats without locale, so that lines are the same everywhere.
class LineWriter final
{
public:
    explicit LineWriter(qsizetype expected) { m_line.reserve(expected); }

    LineWriter &operator<<(QByteArrayView text)
    {
        m_line.append(text);
        return *this;
    }
    LineWriter &operator<<(const QByteArray &text) { return *this << QByteArrayView(text); }
    LineWriter &operator<<(const char *text) { return *this << QByteArrayView(text); }
    LineWriter &operator<<(qint64 number);
    LineWriter &operator<<(const SampleId &id);
    /// ISO 8601 with microseconds as the portal writes it, "2020-07-23T08:18:30.450602+00:00".
    LineWriter &moment(Instant when, int microseconds);
    /// The bytes of `value` as hexadecimal digits, `digits` of them.
    LineWriter &hex(quint64 value, int digits);

    QByteArray take() { return std::move(m_line); }

private:
    void padded(int value, int digits);

    QByteArray m_line;
};

} // namespace models
