// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/title.h"

#include <algorithm>

namespace models {

namespace {

constexpr qsizetype longestTitle = 200;

bool endsInAbbreviation(QStringView text)
{
    return text.endsWith(QLatin1String("e.g")) || text.endsWith(QLatin1String("i.e"));
}

} // namespace

QString firstSentence(const QString &text)
{
    // Only the beginning matters; a description may be huge.
    QString unescaped;
    QStringView start = QStringView(text).left(longestTitle + longestTitle / 2);
    if (start.contains(QLatin1Char('\\'))) {
        unescaped = start.toString();
        unescaped.replace(QLatin1String("\\n"), QLatin1String("\n"));
        start = unescaped;
    }
    start = start.trimmed();
    qsizetype end = start.size();
    for (qsizetype at = 0; at < start.size(); ++at) {
        const QChar c = start[at];
        if (c == QLatin1Char(' ') || (c > QLatin1Char('?') && c < QChar(QChar::LineSeparator)))
            continue; // nearly all
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator) {
            // A single line end inside a paragraph wraps; an empty line ends it.
            if (at + 1 < start.size() && start[at + 1] != QLatin1Char('\n')
                && c == QLatin1Char('\n') && start[at + 1].isLower())
                continue;
            end = at;
            break;
        }
        const bool stop = c == QLatin1Char('.') || c == QLatin1Char('!') || c == QLatin1Char('?');
        if (stop && (at + 1 == start.size() || start[at + 1].isSpace())
            && !endsInAbbreviation(start.first(at))) {
            end = at + 1;
            break;
        }
    }
    QString sentence = start.first(end).toString().simplified();
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    if (sentence.size() > longestTitle) {
        qsizetype cut = longestTitle - 1;
        if (sentence[cut - 1].isHighSurrogate())
            --cut;
        sentence = sentence.first(cut) + QChar(0x2026);
    }
    return sentence;
}

QString phraseOfWord(const QString &word)
{
    const bool isWord = std::all_of(word.cbegin(), word.cend(), [](QChar c) {
        return (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
                || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_');
    });
    if (!isWord || word.isEmpty())
        return word;
    QString phrase = word.toLower();
    phrase.replace(QLatin1Char('_'), QLatin1Char(' '));
    phrase = phrase.simplified();
    if (!phrase.isEmpty())
        phrase[0] = phrase[0].toUpper();
    return phrase;
}

QString titleOfAccepted(const QString &reason)
{
    const QString sentence = firstSentence(reason);
    if (sentence.isEmpty())
        return QStringLiteral("Accepted by hand");
    return QLatin1String("Accepted by hand: ") + sentence;
}

} // namespace models
