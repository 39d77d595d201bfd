// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/generator.h"

#include <QByteArray>
#include <QDir>
#include <QList>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

/// What the servers of benchmarks accept.
inline const QByteArray benchToken("bench-token-0123456789abcdef");

/// Violations only: bodies of 1.5 to 2 kB, none twice.
class BenchBodies final
{
public:
    QList<QByteArray> take(int count);

private:
    models::SampleGenerator m_generator { 42, models::Instant(std::chrono::days(19600)),
                                          models::Instant(std::chrono::days(20330)), 2000000 };
};

/// A server process with a store of its own; its folder goes with it. Linux only.
class BenchServer final
{
public:
    enum class Kind : quint8 {
        Real, ///< watchfloor-cli serve
        Secure, ///< the same with TLS and a certificate made for it
        Bare, ///< bareserver
    };

    ~BenchServer();
    /// Waits for the line that says where it listens.
    bool start(Kind kind, const QStringList &more = {});
    quint16 port() const { return m_port; }
    /// What its threads have spent so far (proc(5), schedstat): steady where rates are not,
    /// because others use the machine too.
    std::chrono::nanoseconds processorTime() const;
    /// Its resident memory in MB (10⁶ bytes).
    double megabytes() const;

private:
    QStringList arguments(Kind kind) const;

    // Not in the folder for temporary files: that may be memory, and durability would be free.
    QTemporaryDir m_dir { QDir::currentPath() + QStringLiteral("/ingest-XXXXXX") };
    QProcess m_process;
    quint16 m_port = 0;
};
