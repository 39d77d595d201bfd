// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of the page of requests and of the notices: deliveriesshots FOLDER [STATE...].
#include "deliveriesshown.h"
#include "shots.h"
#include "views/mainwindow.h"
#include "views/pages/deliveriespage.h"
#include "views/widgets/eventtable.h"

#include <QPushButton>
#include <QTest>

namespace {

using namespace std::chrono_literals;

void shoot(const Shot &shot)
{
    const QString &name = shot.state;
    const QSize &size = shot.size;
    tests::FakeDeliveries archive;
    auto *page = new views::DeliveriesPage(archive);
    views::MainWindow window;
    window.addPage(page, QStringLiteral("Deliveries"), QLatin1String("deliveries"));
    window.addPage(new QWidget, QStringLiteral("Events"), QLatin1String("inbox"));
    window.resize(size);
    window.showState({ models::ReceiverState::Phase::Listening,
                       QStringLiteral("https://127.0.0.1:8787/webhook"),
                       {} });
    models::ReceiverCounters counters;
    counters.events = 4812;
    counters.refused = 1202;
    counters.lastAccepted = models::now() - 4s;
    window.showCounters(counters);
    const bool empty = name == QLatin1String("none") || name == QLatin1String("error");
    archive.broken = name == QLatin1String("error");
    if (!empty)
        fillDeliveries(archive, models::now());
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    QTest::qWait(300);
    auto *table = page->findChild<views::EventTable *>();
    const QHash<QString, int> rows { { QStringLiteral("storm"), 5 },
                                     { QStringLiteral("refused"), 2 },
                                     { QStringLiteral("partly"), 3 },
                                     { QStringLiteral("accepted"), 0 } };
    if (rows.contains(name))
        table->selectRow(rows.value(name));
    const models::Ban ban { "203.0.113.7", QStringLiteral("203.0.113.7"), 10,
                            models::now() + 1min };
    if (name == QLatin1String("bans"))
        page->setBans({ ban });
    if (name == QLatin1String("notices")) {
        models::CertificateInfo certificate;
        certificate.until = models::now() + 24h * 10;
        window.showCertificate(certificate);
        window.showOpen(true);
        window.setNotice(QStringLiteral("store"), views::NoticeLevel::Problem,
                         QStringLiteral("The disk is full: nothing can be stored, senders are told "
                                        "to try again. Free some space in the data folder."));
        window.setNotice(QStringLiteral("tip"), views::NoticeLevel::Information,
                         QStringLiteral("The settings file was changed by another program."));
        page->setBans({ ban, ban, ban });
    }
    QTest::qWait(150);
    if (name == QLatin1String("refused"))
        QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("deliveryPane.offer")),
                          Qt::LeftButton);
    QTest::qWait(50);
    window.grab().save(shot.file(QStringLiteral("d-") + name));
}

} // namespace

int main(int argc, char **argv)
{
    return makeShots(argc, argv, "deliveriesshots",
                     { QStringLiteral("filled"), QStringLiteral("none"), QStringLiteral("error"),
                       QStringLiteral("storm"), QStringLiteral("refused"), QStringLiteral("partly"),
                       QStringLiteral("bans"), QStringLiteral("accepted"),
                       QStringLiteral("notices") },
                     &shoot);
}
