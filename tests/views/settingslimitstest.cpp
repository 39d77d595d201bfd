// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/limitrules.h"
#include "tests/views/settingsfixture.h"
#include "views/settings/settingsdialog.h"

#include <QCheckBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;
using views::SettingsDialog;

namespace {

class SettingsLimitsTest final : public DialogFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_dialog.reset(); }
    void eachLimitIsEdited();
    void contradictionIsSaidAtItsBox();
    void defaultsComeBack();
    void oddValuesStay();
    void wildValuesAreMended();
    void metrics();

private:
    QSpinBox *box(Limit limit) const
    {
        return part<QSpinBox>(QByteArray("limit." + QByteArray::number(int(limit))).constData());
    }
};

void SettingsLimitsTest::init()
{
    make({});
    turnTo("Limits");
}

void SettingsLimitsTest::eachLimitIsEdited()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    Settings expected;
    for (const LimitRange &range : limitRanges()) {
        QSpinBox *const edited = box(range.limit);
        QCOMPARE(edited->minimum() * range.unit, range.lowest);
        QCOMPARE(edited->maximum() * range.unit, range.highest);
        const qint64 before = limitValue(expected.receiver.limits, range.limit);
        QCOMPARE(edited->value() * range.unit, before);
        edited->setFocus();
        QTest::keyClick(edited, Qt::Key_Up);
        setLimitValue(expected.receiver.limits, range.limit, before + range.unit);
        press("apply");
        QCOMPARE(spy.last().at(0).value<Settings>(), expected);
        m_dialog->applied();
    }
    QCOMPARE(spy.size(), limitRanges().size());
}

void SettingsLimitsTest::contradictionIsSaidAtItsBox()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(box(Limit::Connections), "10");
    press("apply");
    QCOMPARE(spy.size(), 0);
    QVERIFY(visibleText().contains(QStringLiteral("must not be more than")));
    QVERIFY(box(Limit::ConnectionsPerPeer)->hasFocus());
    type(box(Limit::ConnectionsPerPeer), "10");
    press("apply");
    QCOMPARE(spy.size(), 1);
    QVERIFY(!visibleText().contains(QStringLiteral("must not be more than")));
}

void SettingsLimitsTest::defaultsComeBack()
{
    Settings settings;
    settings.receiver.limits.depth = 12;
    settings.receiver.limits.banTime = 1h;
    make(settings);
    turnTo("Limits");
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    QCOMPARE(box(Limit::Depth)->value(), 12);
    QCOMPARE(box(Limit::BanTime)->value(), 3600);
    QTest::keyClick(m_dialog.get(), Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(box(Limit::Depth)->value(), 64);
    press("apply");
    QCOMPARE(spy.last().at(0).value<Settings>(), Settings());
}

void SettingsLimitsTest::oddValuesStay()
{
    Settings settings;
    settings.receiver.limits.body = 1500;
    settings.receiver.limits.headTime = 1700ms;
    make(settings);
    turnTo("Limits");
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(box(Limit::Depth), "100");
    press("apply");
    settings.receiver.limits.depth = 100;
    QCOMPARE(spy.last().at(0).value<Settings>(), settings);
}

void SettingsLimitsTest::wildValuesAreMended()
{
    Settings settings;
    settings.receiver.limits.body = 0;
    settings.receiver.limits.depth = 1000000;
    QVERIFY(!validate(settings, ReceiverSecrets::fromToken(token)).isEmpty());
    make(settings);
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    press("ok");
    QCOMPARE(spy.size(), 1);
    settings.receiver.limits.body = 1024;
    settings.receiver.limits.depth = 512;
    QCOMPARE(spy.last().at(0).value<Settings>(), settings);
}

void SettingsLimitsTest::metrics()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    QTest::keyClick(m_dialog.get(), Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(part<QCheckBox>("metricsForAll")->isChecked());
    press("apply");
    QVERIFY(spy.last().at(0).value<Settings>().receiver.metricsForAll);
}

} // namespace

QTEST_MAIN(SettingsLimitsTest)
#include "settingslimitstest.moc"
