// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace models {

/// A part of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan &) const = default;
};

/// Where two texts differ.
struct TextDifference
{
    QList<TextSpan> left; ///< parts that the right text has not
    QList<TextSpan> right; ///< parts that the left text has not
};

/// Finds what is different between two texts, word by word; where too many words differ, from the
/// first to the last difference. No character is split. Any thread.
TextDifference textDifference(const QString &left, const QString &right);

} // namespace models
