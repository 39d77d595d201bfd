// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/settingsfixture.h"
#include "views/settings/settingsdialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;
using views::SettingsDialog;

namespace {

class SettingsLayoutTest final : public DialogFixture
{
    Q_OBJECT
private slots:
    void initTestCase() { m_font = QApplication::font(); }
    void cleanup();
    void fits_data();
    void fits();
    void keysOfEachPage_data() { pages(); }
    void keysOfEachPage();
    void tabReachesEveryControl_data() { pages(); }
    void tabReachesEveryControl();
    void pagesTurnByKeys();
    void problemIsScrolledIntoView();
    void confirmationIsWhole();

private:
    static void pages();
    void fill();
    QWidget *page() const;

    QFont m_font;
};

void SettingsLayoutTest::cleanup()
{
    m_dialog.reset();
    QApplication::setFont(m_font);
}

void SettingsLayoutTest::pages()
{
    QTest::addColumn<QString>("title");
    for (const char *title : { "Receiver", "HTTPS", "Proxy", "Limits", "Links", "Overdue" })
        QTest::newRow(title) << QString::fromLatin1(title);
}

/// A dialog with as much in it as there can be.
void SettingsLayoutTest::fill()
{
    Settings settings;
    settings.receiver.address = QStringLiteral("0.0.0.0");
    settings.receiver.auth = AuthMode::Url;
    makeWith(settings,
             ReceiverSecrets { Secret::fromText(token).hidden(), {}, {} }.rotated(
                     Secret::fromText(generateToken()).hidden(), now() + 48h));
    CertificateInfo info;
    info.names = QStringList(30, QStringLiteral("a-rather-long-host-name.example"));
    info.issuer = QStringLiteral("An issuer with a name of some length, somewhere in the world");
    info.until = now() + 48h;
    info.fingerprint = QStringLiteral("AB:").repeated(31) + QStringLiteral("CD");
    m_dialog->setCertificate(info);
    m_dialog->setSecretDescription(QStringLiteral("in the system's secret store"));
    press("url.make");
}

QWidget *SettingsLayoutTest::page() const
{
    auto *stack = m_dialog->findChild<QStackedWidget *>();
    return qobject_cast<QScrollArea *>(stack->currentWidget())->widget();
}

void SettingsLayoutTest::fits_data()
{
    QTest::addColumn<int>("points");
    QTest::newRow("usual") << 0;
    QTest::newRow("large") << 13;
}

void SettingsLayoutTest::fits()
{
    QFETCH(int, points);
    QFont font = m_font;
    if (points > 0)
        font.setPointSize(points);
    QApplication::setFont(font);
    fill();
    const QSize screen = m_dialog->screen()->availableSize().boundedTo({ 1280, 800 });
    for (const char *title : { "Receiver", "HTTPS", "Proxy", "Limits", "Links", "Overdue" }) {
        turnTo(title);
        QTest::qWait(20); // layouts settle
        QVERIFY2(m_dialog->width() <= screen.width() && m_dialog->height() <= screen.height(),
                 title);
        auto *scroll = qobject_cast<QScrollArea *>(page()->parentWidget()->parentWidget());
        QVERIFY(scroll);
        QVERIFY2(scroll->horizontalScrollBar()->maximum() == 0, title);
        for (const QWidget *each : page()->findChildren<QWidget *>()) {
            const bool matters = qobject_cast<const QLabel *>(each)
                    || qobject_cast<const QAbstractButton *>(each)
                    || qobject_cast<const QComboBox *>(each)
                    || qobject_cast<const QSpinBox *>(each);
            if (!matters || !each->isVisible()
                || each->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const auto *label = qobject_cast<const QLabel *>(each);
            const int tall = label && label->wordWrap() ? label->heightForWidth(label->width())
                                                        : each->minimumSizeHint().height();
            const QString what = QLatin1String(title) + QLatin1Char(' ') + each->objectName()
                    + QLatin1Char(' ') + (label ? label->text() : QString());
            QVERIFY2(each->height() >= tall, qPrintable(what));
            QVERIFY2(each->width() >= each->minimumSizeHint().width(), qPrintable(what));
            const QRect place(each->mapTo(page(), QPoint()), each->size());
            QVERIFY2(page()->rect().contains(place), qPrintable(what));
        }
    }
}

void SettingsLayoutTest::keysOfEachPage()
{
    QFETCH(QString, title);
    fill();
    turnTo(title.toLatin1().constData());
    static const QRegularExpression mnemonic(QStringLiteral("&([A-Za-z])"));
    QStringList letters;
    QSet<const QWidget *> labelled;
    for (const QWidget *each : page()->findChildren<QWidget *>()) {
        if (!each->isVisible())
            continue;
        QString text;
        if (const auto *label = qobject_cast<const QLabel *>(each); label && label->buddy()) {
            text = label->text();
            labelled += label->buddy();
            if (label->buddy()->focusProxy())
                labelled += label->buddy()->focusProxy();
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(each)) {
            text = button->text();
        }
        if (const auto match = mnemonic.match(text); match.hasMatch())
            letters += match.captured(1).toLower();
    }
    QVERIFY(!letters.isEmpty());
    QCOMPARE(QSet<QString>(letters.begin(), letters.end()).size(), letters.size());
    for (const QWidget *each : page()->findChildren<QWidget *>()) {
        if (!each->isVisible() || each->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const QByteArray name = each->objectName().toLatin1();
        if (const auto *button = qobject_cast<const QAbstractButton *>(each)) {
            QVERIFY2(mnemonic.match(button->text()).hasMatch(), name.constData());
        } else if (qobject_cast<const QSpinBox *>(each) || qobject_cast<const QComboBox *>(each)) {
            QVERIFY2(labelled.contains(each), name.constData());
            QVERIFY2(!each->accessibleName().isEmpty(), name.constData());
        } else if (qobject_cast<const QLineEdit *>(each)
                   || qobject_cast<const QPlainTextEdit *>(each)
                   || qobject_cast<const QListWidget *>(each)) {
            QVERIFY2(!each->accessibleName().isEmpty(), name.constData());
        }
    }
}

void SettingsLayoutTest::tabReachesEveryControl()
{
    QFETCH(QString, title);
    fill();
    turnTo(title.toLatin1().constData());
    QSet<QWidget *> reached;
    QPoint last;
    int steps = 0;
    int back = 0;
    part<QListWidget>("pages")->setFocus();
    for (; steps < 100; ++steps) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *at = QApplication::focusWidget();
        if (at == part<QListWidget>("pages"))
            break;
        reached += at;
        if (!page()->isAncestorOf(at))
            continue;
        const QPoint place = at->mapTo(page(), QPoint());
        back += place.y() + at->height() < last.y() ? 1 : 0; // downwards, as it is read
        last = place;
    }
    QVERIFY(steps < 100);
    QCOMPARE(back, 0);
    for (QWidget *each : page()->findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(each) || qobject_cast<QSpinBox *>(each)
                || qobject_cast<QComboBox *>(each) || qobject_cast<QListWidget *>(each);
        if (control && each->isVisible() && each->isEnabled())
            QVERIFY2(reached.contains(each), qPrintable(each->objectName()));
    }
}

void SettingsLayoutTest::pagesTurnByKeys()
{
    make({});
    auto *pages = part<QListWidget>("pages");
    part<QSpinBox>("port")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(pages->currentRow(), 1);
    QTest::keyClick(m_dialog.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(m_dialog.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(pages->currentRow(), 0);
}

void SettingsLayoutTest::problemIsScrolledIntoView()
{
    make({});
    m_dialog->resize(m_dialog->width(), 320);
    press("apply");
    m_dialog->refused({ { SettingsProblem::Field::Token, QStringLiteral("It was refused.") } });
    QTest::qWait(20);
    auto *edit = part<QLineEdit>("token");
    QVERIFY(edit->hasFocus());
    QVERIFY(!edit->visibleRegion().isEmpty());
}

void SettingsLayoutTest::confirmationIsWhole()
{
    make({});
    choose("auth", 2);
    choose("address", 1);
    press("apply");
    QTest::qWait(20);
    const auto *confirm = part<QCheckBox>("openConfirmed");
    QVERIFY(confirm->height() >= confirm->minimumSizeHint().height());
    QVERIFY(confirm->width() >= confirm->minimumSizeHint().width());
    QCOMPARE(confirm->visibleRegion().boundingRect(), confirm->rect());
}

} // namespace

QTEST_MAIN(SettingsLayoutTest)
#include "settingslayouttest.moc"
