// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/eventcopies.h"

#include "models/copytext/copyformats.h"
#include "models/copytext/curltext.h"
#include "models/domain/safeurl.h"
#include "models/items/eventtext.h"
#include "views/detail/eventmarkdown.h"
#include "views/detail/eventwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace views {
namespace {

constexpr qsizetype longestTitle = 500;
constexpr qsizetype longestQuote = 600; // of a recommendation in a chat

QString words(const char *text)
{
    return QCoreApplication::translate("views::DetailPane", text);
}

/// The portal link as it may stand in a text that others click; empty: none.
QString safePortalLink(const models::Event &event)
{
    const models::SafeUrl url = models::SafeUrl::judge(portalLink(event), {});
    return url.verdict() == models::SafeUrl::Verdict::Refused
            ? QString()
            : QString::fromLatin1(url.url().toEncoded());
}

} // namespace

QString eventJira(const models::StoredEvent &stored)
{
    using models::jiraEscaped;
    const models::Event &event = stored.event;
    QStringList parts;
    parts += QString(QLatin1String("h3. ")
                     % jiraEscaped(models::singleLine(event.title, longestTitle)));
    QStringList lines;
    const auto fact = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines += QString(QLatin1String("* *") % jiraEscaped(label) % QLatin1String(":* ")
                             % jiraEscaped(value));
    };
    fact(words("Severity"), severityBadge(event));
    fact(words("Status"), statusBadge(event));
    for (const Fact &each : facts(stored))
        fact(each.label, each.value);
    parts += lines.join(u'\n');
    const auto section = [&parts](const QString &heading, const QString &text) {
        if (!text.trimmed().isEmpty())
            parts += QString(QLatin1String("h4. ") % heading % u'\n'
                             % jiraEscaped(sectionText(text)));
    };
    section(words("What to do"), event.recommendation);
    section(words("Description"), event.description);
    section(words("Additional information"), event.additionalInformation);
    section(words("Exception"), event.exceptionExplanation);
    if (const QString link = safePortalLink(event); !link.isEmpty())
        parts += QString(u'[' % words("Open in portal") % u'|' % models::jiraAddress(link) % u']');
    return QString(parts.join(QLatin1String("\n\n")) + u'\n');
}

QString eventSlack(const models::StoredEvent &stored)
{
    using models::slackEscaped;
    const models::Event &event = stored.event;
    QStringList lines;
    lines += slackEscaped(models::singleLine(event.title, longestTitle));
    QStringList facts;
    const auto fact = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts += slackEscaped(words("%1: %2").arg(label, value));
    };
    fact(words("Severity"), severityBadge(event));
    fact(words("Status"), statusBadge(event));
    const QString &asset = event.asset.name.isEmpty() ? event.asset.id : event.asset.name;
    fact(words("Asset"), models::singleLine(asset));
    if (!facts.isEmpty())
        lines += facts.join(QStringLiteral(" · "));
    QString advice = sectionText(event.recommendation);
    if (advice.size() > longestQuote)
        advice = QString(advice.left(longestQuote) + QChar(0x2026));
    if (!advice.isEmpty()) {
        for (const QString &line : advice.split(u'\n'))
            lines += QString(QLatin1String("> ") % slackEscaped(line)).trimmed();
    }
    if (const QString link = safePortalLink(event); !link.isEmpty())
        lines += QString(u'<' % models::slackAddress(link) % u'|' % words("Open in portal") % u'>');
    return QString(lines.join(u'\n') + u'\n');
}

QString eventCopy(const models::StoredEvent &stored, CopyKind kind, const QString &receiver)
{
    switch (kind) {
    case CopyKind::Link:
        return portalLink(stored.event);
    case CopyKind::Title:
        return stored.event.title;
    case CopyKind::Json:
        return QString::fromUtf8(stored.event.body);
    case CopyKind::Markdown:
        return eventMarkdown(stored);
    case CopyKind::Jira:
        return eventJira(stored);
    case CopyKind::Slack:
        return eventSlack(stored);
    case CopyKind::Curl:
        break;
    }
    return models::curlText(stored.event.body, receiver);
}

QString copiedText(CopyKind kind)
{
    switch (kind) {
    case CopyKind::Link:
        return words("Link copied");
    case CopyKind::Title:
        return words("Title copied");
    case CopyKind::Json:
        return words("JSON copied");
    case CopyKind::Markdown:
        return words("Markdown copied");
    case CopyKind::Jira:
        return words("Jira text copied");
    case CopyKind::Slack:
        return words("Slack text copied");
    case CopyKind::Curl:
        break;
    }
    return words("curl command copied; put your token in place of YOUR_TOKEN");
}

} // namespace views
