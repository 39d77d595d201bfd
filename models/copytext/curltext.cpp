// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copytext/curltext.h"

#include <QUrl>

namespace models {
namespace {

void appendEscape(QString &out, char16_t unit)
{
    out += QStringLiteral("\\u%1").arg(int(unit), 4, 16, QLatin1Char('0'));
}

/// Whether a character must not reach a terminal as it is.
bool isUnsafe(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString visible(const QByteArray &json)
{
    QString out;
    out.reserve(json.size() + 16);
    bool inString = false;
    bool escaped = false;
    for (const char32_t c : QString::fromUtf8(json).toUcs4()) {
        if (!inString && (c == U'\n' || c == U'\r' || c == U'\t')) {
            out += u' '; // between tokens any white space is alike
            continue;
        }
        if (isUnsafe(c)) {
            for (const QChar unit : QString::fromUcs4(&c, 1))
                appendEscape(out, unit.unicode());
        } else {
            out += QString::fromUcs4(&c, 1);
        }
        if (!escaped && c == U'"')
            inString = !inString;
        escaped = inString && !escaped && c == U'\\';
    }
    return out;
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\'', QLatin1String("'\\''"));
    return QString(u'\'' + quoted + u'\'');
}

QString replayAddress(const ReceiverSettings &receiver)
{
    const bool everywhere = receiver.address == QLatin1String("any")
            || receiver.address == QLatin1String("0.0.0.0")
            || receiver.address == QLatin1String("::");
    QUrl url;
    url.setScheme(receiver.certificateFile.isEmpty() ? QStringLiteral("http")
                                                     : QStringLiteral("https"));
    url.setHost(everywhere ? QStringLiteral("127.0.0.1") : receiver.address);
    url.setPort(receiver.port);
    url.setPath(receiver.auth == AuthMode::Url ? QStringLiteral("/hook/YOUR_TOKEN")
                                               : QStringLiteral("/webhook"));
    return url.toString(QUrl::FullyEncoded);
}

QString curlText(const QByteArray &body, const QString &receiver)
{
    QString out = QStringLiteral("curl --request POST ");
    out += shellQuoted(receiver);
    out += QLatin1String(" \\\n  --header 'Authorization: Bearer YOUR_TOKEN'"
                         " \\\n  --header 'Content-Type: application/json'"
                         " \\\n  --data-raw ");
    out += shellQuoted(visible(body));
    out += u'\n';
    return out;
}

} // namespace models
