// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the write lock of the database that is named until its standard input ends.
#include "app/store/connection.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const app::DatabaseUrl url { QCoreApplication::arguments().value(1) };
    const auto connection = app::Connection::open(url, app::Connection::Mode::Write);
    if (!connection || !connection.value()->run(QStringLiteral("BEGIN IMMEDIATE")))
        return 1;
    std::puts("held");
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
