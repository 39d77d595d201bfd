// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/byteswords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

#include <algorithm>

namespace views {

namespace {

struct BytesWords
{
    Q_DECLARE_TR_FUNCTIONS(BytesWords)
};

constexpr qsizetype longestLine = 1000;
constexpr qsizetype mostHex = 4096;

bool isHidden(QChar c)
{
    return c.category() == QChar::Other_Format
            || (c.category() == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t');
}

QString asText(const QString &decoded)
{
    QString out;
    out.reserve(decoded.size() + 64);
    qsizetype line = 0;
    for (const QChar c : decoded) {
        if (c == u'\r')
            continue;
        if (c != u'\n' && line++ >= longestLine) {
            out += u'\n';
            line = 1;
        }
        if (c == u'\n')
            line = 0;
        if (isHidden(c))
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

QString asHex(QByteArrayView bytes)
{
    constexpr qsizetype perLine = 8; // fits a narrow pane
    QString out;
    for (qsizetype at = 0; at < bytes.size(); at += perLine) {
        const QByteArrayView line = bytes.sliced(at, std::min(perLine, bytes.size() - at));
        const QByteArray hex = line.toByteArray().toHex(' ').leftJustified(perLine * 3, ' ');
        QString letters;
        for (const char c : line)
            letters += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
        out += QStringLiteral("%1  ").arg(at, 4, 16, QLatin1Char('0')) % QLatin1String(hex)
                % letters % u'\n';
    }
    return out;
}

} // namespace

QString bytesForReading(const QByteArray &bytes, qint64 size)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    const auto hidden = std::count_if(decoded.begin(), decoded.end(), isHidden);
    // A cut in the middle of a character is no sign of binary data.
    const bool cut = size > bytes.size();
    const auto uncut = QStringView(decoded).chopped(std::min<qsizetype>(4, decoded.size()));
    const bool text =
            (!decoder.hasError() || (cut && !uncut.contains(QChar(QChar::ReplacementCharacter))))
            && hidden * 10 <= decoded.size();
    const qsizetype shown = text ? bytes.size() : std::min(bytes.size(), mostHex);
    QString out = text ? asText(decoded) : asHex(QByteArrayView(bytes).first(shown));
    if (const qint64 missing = std::max<qint64>(size, bytes.size()) - shown; missing > 0)
        out += u'\n' % BytesWords::tr("… %1 more bytes").arg(QLocale().toString(missing));
    return out;
}

QString refusalAdvice(int status)
{
    switch (status) {
    case 400:
        return BytesWords::tr(
                "The body held no JSON event. Look at what came below; if it is an "
                "event after all, accept it there. If the sender is a script, compare "
                "it with the check command in the settings.");
    case 401:
    case 403:
        return BytesWords::tr("The sender used no token, or another one. Open the settings, copy "
                              "the token and paste it into the webhook at the portal, with or "
                              "without the word Bearer before it. If you do not know the sender, "
                              "nothing is to be done: nothing of it was stored.");
    case 404:
        return BytesWords::tr("The address in the webhook at the portal is not the receiver's. "
                              "Copy it from the settings; the path is part of it.");
    case 405:
        return BytesWords::tr("Events are sent with POST. A browser that opens the address asks "
                              "with GET and is answered so; nothing is wrong then.");
    case 408:
        return BytesWords::tr("The sender was too slow or its connection broke. It sends again by "
                              "itself; if this goes on, look at the network or proxy between.");
    case 411:
        return BytesWords::tr("The sender did not say how long the body is. A proxy between may "
                              "have dropped the Content-Length header.");
    case 413:
        return BytesWords::tr("The body is larger than the receiver takes. Raise the limit in the "
                              "settings under Receiver if such events are to be expected.");
    case 414:
    case 431:
        return BytesWords::tr("The address or the headers are larger than the receiver takes. A "
                              "proxy between may add large headers; the limit is in the settings.");
    case 415:
        return BytesWords::tr("The body is packed in a way the receiver does not know. It takes "
                              "plain bodies and gzip.");
    case 429:
        return BytesWords::tr("This sender was shut out after too many wrong tokens. Correct its "
                              "token, then let it in again here, or wait until the time is over.");
    case 503:
        return BytesWords::tr("The store could not take the events at that time. The sender tries "
                              "again by itself; the notice above says what to do if it still "
                              "fails.");
    default:
        return {};
    }
}

} // namespace views
