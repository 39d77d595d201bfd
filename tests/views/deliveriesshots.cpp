// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of the page of requests and of the notices: deliveriesshots FOLDER [STATE...].
#include "deliveriesshown.h"
#include "views/desktop/theme.h"
#include "views/mainwindow.h"
#include "views/pages/deliveriespage.h"
#include "views/widgets/eventtable.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTest>

#include <cstdio>

namespace {

using namespace std::chrono_literals;

void shoot(const QString &folder, const QString &name, const QSize &size, const QString &look)
{
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
    const QString file =
            QStringLiteral("d-%1-%2-%3.png").arg(name, QString::number(size.width()), look);
    window.grab().save(QDir(folder).filePath(file));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: deliveriesshots FOLDER [STATE...]\n", stderr);
        return 2;
    }
    QDir().mkpath(arguments.at(1));
    QStringList states = arguments.mid(2);
    if (states.isEmpty())
        states = {
            QStringLiteral("filled"), QStringLiteral("none"),     QStringLiteral("error"),
            QStringLiteral("storm"),  QStringLiteral("refused"),  QStringLiteral("partly"),
            QStringLiteral("bans"),   QStringLiteral("accepted"), QStringLiteral("notices")
        };
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    views::Theme theme;
    for (const auto look : { views::Theme::Look::Light, views::Theme::Look::Dark }) {
        theme.applyTheme(look);
        const QString word =
                look == views::Theme::Look::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const QString &state : states) {
            for (const QSize &size : { QSize(1280, 800), QSize(1920, 1080) })
                shoot(arguments.at(1), state, size, word);
        }
    }
    return 0;
}
