// SPDX-License-Identifier: GPL-3.0-or-later
// The handover as text.
#include "models/boards/sinceleft.h"
#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("models::SinceLeft", text);
}

/// One way to write it down.
struct Format
{
    QString (*escaped)(const QString &text);
    QString title, titleEnd, heading, headingEnd, list, item, itemEnd, listEnd, begin, end;
};

QString markdownText(const QString &text)
{
    const QString line = singleLine(text);
    QString escaped;
    for (const QChar c : line) {
        if (c == u'<')
            escaped += QStringLiteral("&lt;");
        else if (c == u'&')
            escaped += QStringLiteral("&amp;");
        else if (c
                 == u'@') // calls somebody, even behind a backslash: an empty space keeps it apart
            escaped += QStringLiteral("@\u200b");
        else if (c.unicode() < 128 && !c.isLetterOrNumber() && c != u' ')
            escaped += QString(u'\\') + c;
        else
            escaped += c;
    }
    return escaped;
}

QString htmlText(const QString &text)
{
    return singleLine(text).toHtmlEscaped();
}

QString issueText(const IssueBoard &board, quint32 place,
                  const std::function<QString(TermId)> &text)
{
    const IssueFacts &facts = board.facts(place);
    QStringList parts { facts.severityWord == 0 ? severityText(facts.severity)
                                                : wordText(text(facts.severityWord)) };
    for (const TermId term : { facts.title, facts.asset, facts.group }) {
        if (term != 0)
            parts.append(text(term));
    }
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString write(const SinceLeft &since, const IssueBoard &board,
              const std::function<QString(TermId)> &text, int most, const Format &format)
{
    const struct
    {
        QString name;
        const std::vector<quint32> &places;
    } lists[] = {
        { tr("New"), since.fresh },
        { tr("More severe"), since.worse },
        { tr("Reopened"), since.reopened },
        { tr("Became overdue"), since.overdue },
        { tr("Overdue before, nothing heard since"), since.silent },
        { tr("Resolved"), since.resolved },
        { tr("Closed without a fix"), since.accepted },
    };
    QString written = format.begin + format.title
            + format.escaped(tr("From %1 to %2").arg(longTime(since.from), longTime(since.to)))
            + format.titleEnd;
    if (since.isEmpty())
        written += format.heading + format.escaped(tr("Nothing changed.")) + format.headingEnd;
    for (const auto &[name, places] : lists) {
        if (places.empty())
            continue;
        const QString count = QLocale().toString(qint64(places.size()));
        written += format.heading + format.escaped(tr("%1: %2").arg(name, count))
                + format.headingEnd + format.list;
        const auto shown = std::min(places.size(), std::size_t(std::max(0, most)));
        for (std::size_t i = 0; i < shown; ++i)
            written += format.item + format.escaped(issueText(board, places[i], text))
                    + format.itemEnd;
        if (shown < places.size()) {
            const QString more = QLocale().toString(qint64(places.size() - shown));
            written += format.item + format.escaped(tr("and %1 more").arg(more)) + format.itemEnd;
        }
        written += format.listEnd;
    }
    return written + format.end;
}

QString plain(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

QString sinceLeftMarkdown(const SinceLeft &since, const IssueBoard &board,
                          const std::function<QString(TermId)> &text, int most)
{
    return write(since, board, text, most,
                 { markdownText,
                   plain("# "),
                   plain("\n"),
                   plain("\n## "),
                   plain("\n"),
                   plain("\n"),
                   plain("- "),
                   plain("\n"),
                   {},
                   {},
                   {} });
}

QString sinceLeftHtml(const SinceLeft &since, const IssueBoard &board,
                      const std::function<QString(TermId)> &text, int most)
{
    return write(since, board, text, most,
                 { htmlText, plain("<h1>"), plain("</h1>\n"), plain("<h2>"), plain("</h2>\n"),
                   plain("<ul>\n"), plain("<li>"), plain("</li>\n"), plain("</ul>\n"),
                   plain("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"),
                   plain("</body></html>\n") });
}

} // namespace models
