// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliverytext.h"

#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {

namespace {

struct DeliveryText
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryText)
};

} // namespace

QString resultText(DeliveryResult result)
{
    switch (result) {
    case DeliveryResult::Accepted:
        return DeliveryText::tr("Accepted");
    case DeliveryResult::Repeated:
        return DeliveryText::tr("Repeated");
    case DeliveryResult::Partly:
        return DeliveryText::tr("Partly accepted");
    case DeliveryResult::Refused:
        break;
    }
    return DeliveryText::tr("Refused");
}

QString storedText(const DeliveryRecord &record)
{
    const QLocale locale;
    QStringList parts;
    if (record.events > 0)
        parts += DeliveryText::tr("%1 new").arg(locale.toString(record.events));
    if (record.repeated > 0)
        parts += DeliveryText::tr("%1 repeated").arg(locale.toString(record.repeated));
    if (record.refused > 0)
        parts += DeliveryText::tr("%1 refused").arg(locale.toString(record.refused));
    return parts.isEmpty() ? QString(QChar(0x2013)) : parts.join(QStringLiteral(" · "));
}

QString tookText(std::optional<std::chrono::microseconds> took)
{
    if (!took)
        return QString(QChar(0x2013));
    const QLocale locale;
    const double milliseconds = double(took->count()) / 1000.0;
    if (milliseconds < 10)
        return DeliveryText::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 2));
    if (milliseconds < 1000)
        return DeliveryText::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 0));
    return DeliveryText::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
}

QString bytesText(qint64 size)
{
    if (size < 1000) // Qt's word "bytes" is wider than any other size in the column
        return DeliveryText::tr("%1 B").arg(QLocale().toString(size));
    return QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat);
}

QString httpStatusText(int status)
{
    const char *word = nullptr;
    // The words of the protocol, not of a language.
    switch (status) {
    case 200:
        word = "OK";
        break;
    case 400:
        word = "Bad Request";
        break;
    case 401:
        word = "Unauthorized";
        break;
    case 403:
        word = "Forbidden";
        break;
    case 404:
        word = "Not Found";
        break;
    case 405:
        word = "Method Not Allowed";
        break;
    case 408:
        word = "Request Timeout";
        break;
    case 411:
        word = "Length Required";
        break;
    case 413:
        word = "Content Too Large";
        break;
    case 414:
        word = "URI Too Long";
        break;
    case 415:
        word = "Unsupported Media Type";
        break;
    case 429:
        word = "Too Many Requests";
        break;
    case 431:
        word = "Request Header Fields Too Large";
        break;
    case 503:
        word = "Service Unavailable";
        break;
    default:
        break;
    }
    const QString number = QString::number(status);
    return word ? QString(number % u' ' % QLatin1String(word)) : number;
}

QString spanText(Instant first, Instant last, Instant now)
{
    const QString end = shortTime(last, now);
    const QString begin = shortTime(first, now);
    return begin == end ? end : DeliveryText::tr("%1 – %2").arg(begin, end);
}

} // namespace models
