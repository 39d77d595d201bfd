// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/answer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Unknown";
    }
}

} // namespace

QByteArray serialize(const Answer &answer, bool keepAlive)
{
    QByteArray bytes;
    bytes.reserve(192 + answer.fields.size() + answer.body.size());
    bytes.append("HTTP/1.1 ").append(QByteArray::number(answer.status)).append(' ');
    bytes.append(reasonPhrase(answer.status)).append("\r\n");
    bytes.append(answer.plainText ? QByteArrayView("Content-Type: text/plain; charset=utf-8\r\n")
                                  : QByteArrayView("Content-Type: application/json\r\n"));
    bytes.append("Content-Length: ").append(QByteArray::number(answer.body.size()));
    bytes.append("\r\n").append(answer.fields);
    bytes.append(keepAlive ? QByteArrayView("\r\n") : QByteArrayView("Connection: close\r\n\r\n"));
    bytes.append(answer.body);
    return bytes;
}

Answer refusal(int status, int code, const QString &text)
{
    Answer answer;
    answer.status = status;
    answer.cause = text;
    const QJsonObject object { { QStringLiteral("text"), text }, { QStringLiteral("code"), code } };
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

Answer refusal(int status, const QString &text)
{
    return refusal(status, status, text);
}

Answer retryLater(int status, int code, const QString &text, std::chrono::seconds after)
{
    Answer answer = refusal(status, code, text);
    answer.fields = "Retry-After: " + QByteArray::number(qint64(after.count())) + "\r\n";
    return answer;
}

Answer credentialsRefused(int status, HecCode code, const QString &text)
{
    Answer answer = refusal(status, int(code), text);
    if (status == 401)
        answer.fields = QByteArrayLiteral("WWW-Authenticate: Bearer\r\n");
    return answer;
}

Answer receiptAnswer(const models::Receipt &receipt)
{
    using namespace std::chrono_literals;
    if (!receipt.failure.isEmpty())
        return retryLater(503, int(HecCode::ServerBusy), receipt.failure, 10s);
    if (receipt.status != 200)
        return refusal(receipt.status, receipt.code, receipt.firstReason);
    Answer answer;
    answer.body.reserve(96);
    answer.body.append("{\"text\":\"Success\",\"code\":0,\"events\":");
    answer.body.append(QByteArray::number(receipt.stored)).append(",\"repeated\":");
    answer.body.append(QByteArray::number(receipt.repeated));
    if (receipt.refused > 0) {
        const QJsonObject reason { { QStringLiteral("reason"), receipt.firstReason } };
        const QByteArray tail = QJsonDocument(reason).toJson(QJsonDocument::Compact);
        answer.body.append(",\"refused\":").append(QByteArray::number(receipt.refused));
        answer.body.append(',').append(tail.sliced(1));
    } else {
        answer.body.append('}');
    }
    return answer;
}

} // namespace app
