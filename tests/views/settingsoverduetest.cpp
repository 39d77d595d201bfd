// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/overduerules.h"
#include "tests/views/settingsfixture.h"
#include "views/settings/settingsdialog.h"

#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace models;
using views::SettingsDialog;

namespace {

class SettingsOverdueTest final : public DialogFixture
{
    Q_OBJECT
private slots:
    void cleanup() { m_dialog.reset(); }
    void everySeverityIsEdited();
    void neverAndBack();
    void defaultsComeBack();
    void wildDaysAreMended();

private:
    QSpinBox *box(Severity severity) const
    {
        const QByteArray name = QByteArray("overdue.") + severityKey(severity).latin1();
        return part<QSpinBox>(name.constData());
    }
};

void SettingsOverdueTest::everySeverityIsEdited()
{
    make({});
    turnTo("Overdue");
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    Settings expected;
    for (const Severity severity : severitiesGravestFirst) {
        QSpinBox *const edited = box(severity);
        QCOMPARE(edited->value(), expected.overdue.days.at(std::size_t(severity)));
        edited->setFocus();
        QTest::keyClick(edited, Qt::Key_Up);
        ++expected.overdue.days.at(std::size_t(severity));
        press("apply");
        QCOMPARE(spy.last().at(0).value<Settings>(), expected);
        m_dialog->applied();
    }
    QCOMPARE(spy.size(), severityCount);
    QCOMPARE(box(Severity::Unrated)->text(), QStringLiteral("1 day"));
    QCOMPARE(box(Severity::Urgent)->text(), QStringLiteral("8 days"));
}

void SettingsOverdueTest::neverAndBack()
{
    make({});
    turnTo("Overdue");
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(box(Severity::High), "0");
    QCOMPARE(box(Severity::High)->text(), QStringLiteral("Never"));
    type(box(Severity::Low), "99999"); // what is too much is not taken
    press("apply");
    const auto days = spy.last().at(0).value<Settings>().overdue.days;
    QCOMPARE(days.at(std::size_t(Severity::High)), 0);
    QVERIFY(days.at(std::size_t(Severity::Low)) <= mostOverdueDays);
}

void SettingsOverdueTest::defaultsComeBack()
{
    Settings settings;
    settings.overdue.days.fill(11);
    make(settings);
    turnTo("Overdue");
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    QCOMPARE(box(Severity::Medium)->value(), 11);
    QTest::keyClick(m_dialog.get(), Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(box(Severity::Medium)->value(), 90);
    press("apply");
    QCOMPARE(spy.last().at(0).value<Settings>(), Settings());
}

void SettingsOverdueTest::wildDaysAreMended()
{
    Settings settings;
    settings.overdue.days = { -5, 0, 180, 90, 30, 1000000 };
    make(settings);
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    press("ok");
    QCOMPARE(spy.size(), 1);
    settings.overdue.days = { 0, 0, 180, 90, 30, mostOverdueDays };
    QCOMPARE(spy.last().at(0).value<Settings>(), settings);
}

} // namespace

QTEST_MAIN(SettingsOverdueTest)
#include "settingsoverduetest.moc"
