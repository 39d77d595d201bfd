// SPDX-License-Identifier: GPL-3.0-or-later
#include "showndeliveries.h"

namespace {

using Shown = ShownDeliveries;

QPushButton *buttonOf(QWidget *parent, const char *name)
{
    return parent->findChild<QPushButton *>(QLatin1String(name));
}

class DeliveryDetails : public QObject
{
    Q_OBJECT
private slots:
    void detailsTellAndAdvise();
    void acceptAfterAll();
    void acceptThatFails();
    void eventsAreShown();
    void hostileBytes();

private:
    views::Theme m_theme;
};

void DeliveryDetails::detailsTellAndAdvise()
{
    Shown shown;
    QVERIFY(!shown.pane()->isVisible());
    shown.choose(Storm);
    QVERIFY(shown.pane()->isVisible());
    QCOMPARE(shown.child<QLabel>("deliveryPane.title")->text(),
             QStringLiteral("Wrong bearer token"));
    QVERIFY(shown.child<QTextEdit>("deliveryPane.advice")
                    ->toPlainText()
                    .contains(QStringLiteral("copy the token")));
    QVERIFY(shown.child<QPlainTextEdit>("deliveryPane.head")
                    ->toPlainText()
                    .contains(QStringLiteral("Authorization: Bearer ****")));
    shown.choose(Last);
    QVERIFY(!shown.child<QTextEdit>("deliveryPane.advice"));
    QTest::mouseClick(shown.child<QPushButton>("deliveryPane.copy"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("198.51.100.20")));
    for (const int status : { 400, 401, 403, 404, 405, 408, 411, 413, 415, 429, 503 })
        QVERIFY(!views::refusalAdvice(status).isEmpty());
}

void DeliveryDetails::acceptAfterAll()
{
    Shown shown;
    shown.choose(Broken);
    views::RefusedPart *part = shown.part(0);
    QVERIFY(part);
    auto *offer = buttonOf(part, "deliveryPane.offer");
    auto *accept = buttonOf(part, "deliveryPane.accept");
    QVERIFY(offer->isVisible() && !accept->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton); // asks back in its place
    QVERIFY(!offer->isVisible() && accept->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the focus is on Cancel
    QVERIFY(offer->isVisible() && !accept->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton);
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(!offer->isEnabled());
    auto *show = part->findChild<QToolButton *>(QStringLiteral("deliveryPane.showAccepted"));
    QTRY_VERIFY(show->isVisible());
    QVERIFY(!offer->isVisible());
    QSignalSpy asked(&shown.page, &views::DeliveriesPage::eventRequested);
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(asked.takeFirst().first().toLongLong(), 500);
    // One that had been accepted before says so at once.
    shown.choose(Partly);
    QVERIFY(!buttonOf(shown.part(4), "deliveryPane.offer")->isVisible());
    QVERIFY(buttonOf(shown.part(1), "deliveryPane.offer")->isVisible());
}

void DeliveryDetails::acceptThatFails()
{
    Shown shown;
    shown.archive.acceptProblem = QStringLiteral("the disk is full");
    shown.choose(Broken);
    QTest::mouseClick(buttonOf(shown.part(0), "deliveryPane.offer"), Qt::LeftButton);
    QTest::mouseClick(buttonOf(shown.part(0), "deliveryPane.accept"), Qt::LeftButton);
    const auto said = [&] {
        for (const QLabel *label : shown.part(0)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("the disk is full")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QVERIFY(buttonOf(shown.part(0), "deliveryPane.offer")->isEnabled());
}

void DeliveryDetails::eventsAreShown()
{
    Shown shown;
    shown.choose(Partly);
    QSignalSpy asked(&shown.page, &views::DeliveriesPage::eventRequested);
    auto *link = shown.child<QToolButton>("deliveryPane.event");
    shown.pane()->findChild<QScrollArea *>()->ensureWidgetVisible(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(asked.takeFirst().first().toLongLong(), 17);
}

void DeliveryDetails::hostileBytes()
{
    using views::bytesForReading;
    QCOMPARE(bytesForReading("a\r\nb", 4), QStringLiteral("a\nb"));
    QVERIFY(!bytesForReading("x\xe2\x80\xaey, plain otherwise", 21).contains(QChar(0x202e)));
    const QString hex = bytesForReading(QByteArray("\x00\xff\x1f", 3), 3);
    QVERIFY2(hex.startsWith(QStringLiteral("0000  00 ff 1f")), qPrintable(hex));
    const QString wide = bytesForReading(QByteArray(5000, 'x'), 9000);
    QVERIFY(wide.contains(QStringLiteral("4,000 more bytes")));
    for (const QString &line : wide.split(u'\n'))
        QVERIFY(line.size() <= 1000);
    QVERIFY(bytesForReading(QByteArray(200000, '\xff'), 200000).size() < 30000);
}

} // namespace

QTEST_MAIN(DeliveryDetails)
#include "deliverydetailtest.moc"
