// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/index/filtercontext.h"

#include <QList>
#include <QStringList>

namespace models {

/// A text that may be meant next in an expression.
struct Completion
{
    enum class Kind : quint8 { Field, Sign, Value, Path, Recent };
    Kind kind = Kind::Field;
    QString text; ///< what it puts in the place of the word under the cursor
    QString shown; ///< how it is called in the list
    QString note; ///< what it means, or how often it occurs; translated
    bool goesOn = false; ///< something has to follow: the list stays open
    bool operator==(const Completion &) const = default;
};

/// A value that occurs, and how often.
struct ValueCount
{
    QString value; ///< as the language writes it, without quotes
    qint64 count = -1; ///< -1: not counted
    bool operator==(const ValueCount &) const = default;
};

/// What completion knows of the data and of the person.
struct CompletionFacts
{
    std::vector<ValueCount> values; ///< of the field in question, most frequent first
    QStringList paths; ///< of the payload, as far as seen
    QStringList recent; ///< expressions, newest first
    Instant now; ///< for examples of times
};

/// What may be meant at a place of an expression, best first, at most `most`. Pure; any thread.
QList<Completion> completions(const FilterContext &context, const CompletionFacts &facts,
                              qsizetype most = 50);

/// The text with a completion put in, and where the cursor then stands.
struct CompletedText
{
    QString text;
    qsizetype cursor = 0;
};
CompletedText completed(const QString &text, const FilterContext &context,
                        const Completion &completion);

} // namespace models
