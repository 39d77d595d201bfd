// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace app {

/// An answer to a request: our own type, written to the socket as bytes.
struct Answer
{
    int status = 200;
    QByteArray body; ///< JSON unless `plainText`
    QByteArray fields; ///< further header lines, each with its CRLF
    bool plainText = false;
    bool close = false; ///< ends the connection
    QString cause; ///< of a refusal, for the record; names no secret
};

/// The reply codes of Splunk's HTTP Event Collector (spec/events.md, "What a compatible HEC
/// endpoint answers"). Errors outside its list carry the HTTP status as their code.
enum class HecCode : int {
    Success = 0,
    TokenRequired = 2,
    InvalidAuthorization = 3,
    InvalidToken = 4,
    NoData = 5,
    InvalidDataFormat = 6,
    ServerBusy = 9,
    EventRequired = 12,
    Healthy = 17,
};

/// The bytes of an answer: status line, headers, body. `keepAlive` is what the connection will
/// do. Pure.
QByteArray serialize(const Answer &answer, bool keepAlive);

/// A refusal with a JSON body `{"text", "code"}`; the text is also its cause.
Answer refusal(int status, int code, const QString &text);
/// The same where the code is the status.
Answer refusal(int status, const QString &text);
/// A refusal that asks to come again later (RFC 9110, 10.2.3).
Answer retryLater(int status, int code, const QString &text, std::chrono::seconds after);
/// 401 or 403 about credentials, with WWW-Authenticate (RFC 6750, 3).
Answer credentialsRefused(int status, HecCode code, const QString &text);
/// What became of a delivery: 200 with counts, its own status where no part of it was an event,
/// or 503 where the store could not keep it.
Answer receiptAnswer(const models::Receipt &receipt);

} // namespace app
