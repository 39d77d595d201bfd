// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/eventmarkdown.h"

#include "models/items/eventtext.h"
#include "views/detail/eventwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace views {
namespace {

constexpr qsizetype longestTitle = 500;

QString words(const char *text)
{
    return QCoreApplication::translate("views::DetailPane", text);
}

QString escaped(const QString &text)
{
    // CommonMark 2.4: any ASCII punctuation may be escaped; these can start something.
    static const QString active = QStringLiteral("\\`*_[]<>|#&~!@$");
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar c : text) {
        if (active.contains(c))
            out += QLatin1Char('\\');
        out += c;
    }
    return out;
}

/// Escapes what is special only at the start of a line: lists, rules and underlined headings.
QString escapedLine(const QString &line)
{
    const QString text = escaped(line.trimmed());
    if (text.isEmpty())
        return text;
    static const QString starters = QStringLiteral("-+=:");
    if (starters.contains(text.front()))
        return QLatin1Char('\\') + text;
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits).isDigit())
        ++digits;
    if (digits > 0 && digits < text.size()
        && (text.at(digits) == QLatin1Char('.') || text.at(digits) == QLatin1Char(')')))
        return QString(text.left(digits) % QLatin1Char('\\') % text.mid(digits));
    return text;
}

QString quoted(const QString &text)
{
    QStringList lines = sectionText(text).split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = QString(QLatin1String("> ") % escapedLine(line)).trimmed();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString eventMarkdown(const models::StoredEvent &stored)
{
    const models::Event &event = stored.event;
    QStringList parts;
    parts += QLatin1String("## ") + escapedLine(models::singleLine(event.title, longestTitle));

    QStringList lines;
    const auto fact = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines += QString(QLatin1String("- **") % escaped(label) % QLatin1String(":** ")
                             % escaped(value));
    };
    fact(words("Severity"), severityBadge(event));
    fact(words("Status"), statusBadge(event));
    for (const Fact &each : facts(stored))
        fact(each.label, each.value);
    parts += lines.join(QLatin1Char('\n'));

    const auto section = [&parts](const QString &heading, const QString &text) {
        if (!text.trimmed().isEmpty())
            parts +=
                    QString(QLatin1String("### ") % heading % QLatin1String("\n\n") % quoted(text));
    };
    section(words("What to do"), event.recommendation);
    section(words("Description"), event.description);
    section(words("Additional information"), event.additionalInformation);
    section(words("Exception"), event.exceptionExplanation);

    QStringList links;
    for (const models::Link &link : event.links) {
        const QString label = escaped(linkLabel(link.kind, event.family));
        const models::SafeUrl safe = models::SafeUrl::judge(link.url, {});
        const bool shown = safe.verdict() != models::SafeUrl::Verdict::Refused;
        const QString address = shown
                ? QString(QLatin1Char('<') % QString::fromLatin1(safe.url().toEncoded())
                          % QLatin1Char('>'))
                : escaped(models::singleLine(link.url, longestTitle));
        links += QString(QLatin1String("- ") % label % QLatin1String(": ") % address);
    }
    if (!links.isEmpty())
        parts += QString(QLatin1String("### ") % words("Links") % QLatin1String("\n\n")
                         % links.join(QLatin1Char('\n')));
    return parts.join(QLatin1String("\n\n")) + QLatin1Char('\n');
}

} // namespace views
