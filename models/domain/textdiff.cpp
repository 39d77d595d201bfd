// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/textdiff.h"

#include <algorithm>
#include <vector>

namespace models {

namespace {

constexpr qsizetype mostWords = 400; // of each side: their product is what it takes

/// Letters and digits that stand together, or one other character.
QList<TextSpan> wordsOf(const QString &text, TextSpan within)
{
    QList<TextSpan> words;
    qsizetype at = within.start;
    const qsizetype end = within.start + within.length;
    while (at < end) {
        qsizetype next = at + 1;
        if (text.at(at).isLetterOrNumber()) {
            while (next < end && text.at(next).isLetterOrNumber())
                ++next;
        } else if (text.at(at).isHighSurrogate() && next < end) {
            ++next;
        }
        words.append({ at, next - at });
        at = next;
    }
    return words;
}

void mark(QList<TextSpan> &spans, TextSpan span)
{
    if (span.length == 0)
        return;
    if (!spans.isEmpty() && spans.last().start + spans.last().length == span.start)
        spans.last().length += span.length;
    else
        spans.append(span);
}

/// The longest common run of words, walked from the front.
void markByWords(const QString &left, const QString &right, const QList<TextSpan> &a,
                 const QList<TextSpan> &b, TextDifference &difference)
{
    const auto rows = std::size_t(a.size());
    const auto columns = std::size_t(b.size());
    std::vector<quint16> common((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> quint16 & {
        return common[i * (columns + 1) + j];
    };
    const auto same = [&](std::size_t i, std::size_t j) {
        const TextSpan x = a.at(qsizetype(i));
        const TextSpan y = b.at(qsizetype(j));
        return QStringView(left).mid(x.start, x.length)
                == QStringView(right).mid(y.start, y.length);
    };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) = same(i, j) ? quint16(at(i + 1, j + 1) + 1)
                                  : std::max(at(i + 1, j), at(i, j + 1));
    }
    // Where both ways are as good, the one that meets again at once.
    const auto leaveLeft = [&](std::size_t i, std::size_t j) {
        if (at(i + 1, j) != at(i, j + 1))
            return at(i + 1, j) > at(i, j + 1);
        return !(j + 1 < columns && same(i, j + 1));
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && same(i, j)) {
            ++i;
            ++j;
        } else if (j == columns || (i < rows && leaveLeft(i, j))) {
            mark(difference.left, a.at(qsizetype(i++)));
        } else {
            mark(difference.right, b.at(qsizetype(j++)));
        }
    }
}

} // namespace

TextDifference textDifference(const QString &left, const QString &right)
{
    qsizetype first = 0;
    const qsizetype shorter = std::min(left.size(), right.size());
    while (first < shorter && left.at(first) == right.at(first))
        ++first;
    qsizetype last = 0;
    while (last < shorter - first
           && left.at(left.size() - 1 - last) == right.at(right.size() - 1 - last))
        ++last;
    // A word differs as a whole.
    while (first > 0 && left.at(first - 1).isLetterOrNumber())
        --first;
    while (last > 0 && left.at(left.size() - last).isLetterOrNumber())
        --last;
    // Half a character is none: both halves of a pair stay together.
    if (first > 0 && left.at(first - 1).isHighSurrogate())
        --first;
    if (last > 0 && left.at(left.size() - last).isLowSurrogate())
        --last;
    const TextSpan inLeft { first, left.size() - first - last };
    const TextSpan inRight { first, right.size() - first - last };
    TextDifference difference;
    const QList<TextSpan> a = wordsOf(left, inLeft);
    const QList<TextSpan> b = wordsOf(right, inRight);
    if (a.size() <= mostWords && b.size() <= mostWords) {
        markByWords(left, right, a, b, difference);
    } else {
        mark(difference.left, inLeft);
        mark(difference.right, inRight);
    }
    return difference;
}

} // namespace models
