// SPDX-License-Identifier: GPL-3.0-or-later
// Writes deliveries into the database argv[1] without end, each with a body of its own from the
// number argv[2] on, and prints the number of every one that was acknowledged. For the first and
// for every hundredth number an act is added to the journal. Made to be killed; stops by itself
// after argv[3] deliveries.
#include "app/shared/worker.h"
#include "app/store/writer.h"
#include "tests/support/storebodies.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

#include <unistd.h>

namespace {

void print(const QByteArray &lines)
{
    // Not buffered: what was acknowledged before the kill must have left the process.
    for (qsizetype at = 0; at < lines.size();) {
        const ssize_t written = ::write(STDOUT_FILENO, lines.constData() + at, lines.size() - at);
        if (written <= 0)
            std::_Exit(3);
        at += written;
    }
}

void acknowledge(const QList<models::Receipt> &receipts)
{
    QByteArray lines;
    for (const models::Receipt &receipt : receipts) {
        if (receipt.failure.isEmpty())
            lines += QByteArray::number(receipt.ticket.request) + '\n';
    }
    print(lines);
}

constexpr quint64 actsApart = 100;

/// Reading one event that has a number.
models::Act actOf(quint64 number)
{
    models::Act act;
    act.events = { { qint64(number), qint64(number) } };
    return act;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    app::Worker<app::Writer> worker(QStringLiteral("writer"), app::DatabaseUrl { arguments[1] },
                                    app::WriterOptions {});
    app::Writer &writer = worker.object();
    QObject::connect(&writer, &app::Writer::committed, &writer, &acknowledge, Qt::DirectConnection);
    QObject::connect(
            &writer, &app::Writer::openFailed, &writer, [](const QString &) { std::_Exit(4); },
            Qt::DirectConnection);
    const quint64 first = arguments[2].toULongLong();
    worker.call([first](app::Writer &object) {
        object.setReceiving(true);
        object.appendAct(actOf(first)); // waits for the store, and is there before all else
        object.open();
    });
    const quint64 last = first + arguments[3].toULongLong();
    for (quint64 number = first; number < last;) {
        const QByteArray body = "{\"event\": \"number " + QByteArray::number(number) + "\"}";
        if (writer.submit(storeDelivery(body, number))) {
            if (number % actsApart == 0)
                worker.call([number](app::Writer &object) { object.appendAct(actOf(number)); });
            ++number;
        } else {
            std::this_thread::yield();
        }
    }
    return 0;
}
