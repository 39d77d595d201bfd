// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

/// What a finished run of some program said.
struct ProgramOutcome
{
    int status = -1; ///< -1: not there, crashed, or took too long
    QByteArray out;
    QByteArray err;
};

/// Path of a program; also looks into /usr/sbin. Empty: it is not there.
QString programPath(const QString &name);

/// Runs a program to its end, at most `seconds`.
ProgramOutcome runProgram(const QString &name, const QStringList &arguments, int seconds = 30,
                          const QByteArray &input = {});

/// An answer as curl read it.
struct CurlReply
{
    int exit = -1; ///< of curl: 0 where an answer came
    int status = 0;
    QByteArray body;
    QByteArray words; ///< curl's own
};

/// Posts `body` by curl with what `more` says; a proxy of the environment is not used. The token
/// goes in by standard input, so that no list of processes shows it; empty: none.
CurlReply postByCurl(const QString &url, const QByteArray &token, const QByteArray &body,
                     const QStringList &more = {});

/// A port of 127.0.0.1 that was free just now.
quint16 freePort();
/// Waits until somebody listens on that port of 127.0.0.1. False: nobody does.
bool waitForListener(quint16 port);
