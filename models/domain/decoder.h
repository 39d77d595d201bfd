// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace models {

/// A part of a body that is no event.
struct RefusedPart
{
    qsizetype position = 0; ///< place in the batch, from 0
    QString reason; ///< in words for the sender
    QByteArray bytes; ///< the part byte for byte
    bool operator==(const RefusedPart &) const = default;
};

/// What one request body holds. Either list may be empty, never both: a body without any
/// object has one refused part.
struct DecodedBody
{
    QList<Event> events;
    QList<RefusedPart> refused;
};

/// Bounds on what is decoded.
struct DecodeLimits
{
    int depth = 64; ///< deepest nesting of objects and arrays
    qsizetype eventsPerBody = 10000;
};

/// Reads a request body: one JSON object, several (concatenated, on lines) or an array of them
/// (spec/events.md, "Odd input that is legal"). One bad object does not lose the good ones.
/// Unknown types, words, versions and fields are kept. Pure; any thread; never throws.
DecodedBody decodeBody(const QByteArray &body, const DecodeLimits &limits = {});

/// Reads one stored event object again, e.g. for the detail pane. A body that is not readable
/// yields an event of family Other whose title says so.
Event decodeStored(const QByteArray &body);

} // namespace models
