// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/receiver.h"
#include "tests/support/httpfakesink.h"
#include "tests/support/httprawclient.h"

#include <QSignalSpy>
#include <QUrl>

/// A receiver on any free port of 127.0.0.1 with a fake sink, on the thread of the test.
class HttpFixture final
{
public:
    explicit HttpFixture(models::ReceiverLimits limits = {},
                         models::AuthMode auth = models::AuthMode::Bearer)
        : receiver(sink), applied(&receiver, &app::Receiver::applied),
          refused(&receiver, &app::Receiver::refused), stopped(&receiver, &app::Receiver::stopped),
          states(&receiver, &app::Receiver::stateChanged),
          counters(&receiver, &app::Receiver::countersChanged)
    {
        settings.port = 0;
        settings.limits = limits;
        settings.auth = auth;
        apply();
    }

    void apply() { receiver.apply(settings, models::ReceiverSecrets::fromToken(token)); }

    models::ReceiverState state() const
    {
        return states.isEmpty() ? models::ReceiverState {}
                                : states.last().first().value<models::ReceiverState>();
    }

    quint16 port() const { return quint16(QUrl(state().url).port(0)); }

    /// An honest client is served; the check beside every hostile one.
    bool isServing()
    {
        HttpRawClient honest(port());
        const bool late = !sink.commitsAtOnce;
        sink.commitsAtOnce = true;
        honest.send(httpPost());
        const int status = honest.reply().status;
        sink.commitsAtOnce = !late;
        return status == 200;
    }

    /// A number of /metrics, asked for by a connection of its own; -1: it is not there.
    int gauge(const QByteArray &name)
    {
        HttpRawClient asking(port());
        asking.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
        const QByteArray text = asking.reply().body;
        const QByteArray line = "\n" + name + ' ';
        const qsizetype at = text.indexOf(line);
        return at < 0 ? -1 : text.mid(at + line.size(), 12).split('\n').constFirst().toInt();
    }

    HttpFakeSink sink;
    models::ReceiverSettings settings;
    QString token = QString::fromLatin1(httpToken);
    app::Receiver receiver;
    QSignalSpy applied;
    QSignalSpy refused;
    QSignalSpy stopped;
    QSignalSpy states;
    QSignalSpy counters;
};
