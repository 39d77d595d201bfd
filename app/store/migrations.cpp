// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

#include "app/store/sqltext.h"
#include "app/store/subjectfill.h"

#include <QCoreApplication>

#include <array>

namespace app {

namespace {

models::Result<models::Done> runFile(const Connection &connection, QLatin1String name)
{
    const QStringList statements = sqlStatements(name);
    for (const QString &statement : statements) {
        if (const auto done = connection.run(statement); !done)
            return done;
    }
    return models::Done {};
}

models::Result<models::Done> first(const Connection &connection)
{
    return runFile(connection, QLatin1String("001_first"));
}

models::Result<models::Done> requests(const Connection &connection)
{
    return runFile(connection, QLatin1String("002_requests"));
}

models::Result<models::Done> uptime(const Connection &connection)
{
    return runFile(connection, QLatin1String("003_uptime"));
}

models::Result<models::Done> acts(const Connection &connection)
{
    return runFile(connection, QLatin1String("004_acts"));
}

models::Result<models::Done> subjects(const Connection &connection)
{
    const auto done = runFile(connection, QLatin1String("005_subjects"));
    return done ? fillSubjects(connection) : done;
}

using Step = models::Result<models::Done> (*)(const Connection &);

// Step n brings schema n to n + 1. Append only: released steps never change.
constexpr std::array<Step, 5> steps { first, requests, uptime, acts, subjects };

models::Result<models::Done> runSteps(const Connection &connection, int from, int target)
{
    for (int step = from; step < target; ++step) {
        if (const auto done = steps.at(size_t(step))(connection); !done)
            return done;
    }
    return connection.run(QLatin1String("PRAGMA user_version=") + QString::number(target));
}

} // namespace

int knownSchema()
{
    return int(steps.size());
}

models::Result<int> schemaOf(const Connection &connection)
{
    const auto version = connection.number(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return models::Failure { version.error() };
    return int(version.value());
}

models::Result<models::Done> migrate(const Connection &connection, int target)
{
    const auto before = schemaOf(connection);
    if (!before)
        return models::Failure { before.error() };
    if (before.value() > knownSchema()) {
        return models::Failure {
            QCoreApplication::translate(
                    "app::migrate",
                    "The database was written by a newer version of the program (schema %1, "
                    "known up to %2). Nothing was changed; install the newer version.")
                    .arg(before.value())
                    .arg(knownSchema())
        };
    }
    if (before.value() >= target)
        return models::Done {};

    if (const auto begun = connection.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    auto done = runSteps(connection, before.value(), target);
    if (done)
        done = connection.run(QStringLiteral("COMMIT"));
    if (!done)
        (void)connection.run(QStringLiteral("ROLLBACK"));
    return done;
}

} // namespace app
