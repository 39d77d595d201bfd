// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certificatewarning.h"

#include <QTest>

namespace {

using models::CertificateStage;
using namespace std::chrono;
using namespace std::chrono_literals;

constexpr models::Instant from { sys_days { 2026y / January / 1 } };
constexpr models::Instant until { sys_days { 2026y / December / 31 } };

models::CertificateInfo certificate(bool selfSigned = false)
{
    models::CertificateInfo info;
    info.from = from;
    info.until = until;
    info.selfSigned = selfSigned;
    return info;
}

/// When the person is warned of a certificate's end, and what is said.
class CertificateWarningTest final : public QObject
{
    Q_OBJECT
private slots:
    void stages_data()
    {
        QTest::addColumn<qint64>("left"); // milliseconds before the end
        QTest::addColumn<int>("stage");
        const auto row = [](const char *name, milliseconds left, CertificateStage stage) {
            QTest::newRow(name) << qint64(left.count()) << int(stage);
        };
        row("long", days(200), CertificateStage::Good);
        row("more than 30 days", days(30) + 1ms, CertificateStage::Good);
        row("30 days", days(30), CertificateStage::Month);
        row("more than 14 days", days(14) + 1ms, CertificateStage::Month);
        row("14 days", days(14), CertificateStage::Fortnight);
        row("more than 3 days", days(3) + 1ms, CertificateStage::Fortnight);
        row("3 days", days(3), CertificateStage::Days);
        row("last moment", 1ms, CertificateStage::Days);
        row("the end", 0ms, CertificateStage::Expired);
        row("after it", -days(400), CertificateStage::Expired);
        row("the beginning", until - from, CertificateStage::Good);
        row("before it", until - from + 1ms, CertificateStage::NotYet);
    }
    void stages()
    {
        QFETCH(qint64, left);
        QFETCH(int, stage);
        const auto warning = models::certificateWarning(certificate(), until - milliseconds(left));
        QCOMPARE(int(warning.stage), stage);
        QCOMPARE(warning.text.isEmpty(), warning.stage == CertificateStage::Good);
    }

    void countsDays()
    {
        const auto text = [](milliseconds left) -> QString {
            return models::certificateWarning(certificate(), until - left).text;
        };
        QVERIFY(text(days(30)).contains(QLatin1String("in 30 days")));
        QVERIFY(text(days(3) - 1ms).contains(QLatin1String("in 2 days")));
        QVERIFY(text(days(2) - 1ms).contains(QLatin1String("in one day")));
        QVERIFY(text(days(1) - 1ms).contains(QLatin1String("within a day")));
    }

    void saysWhatToDo()
    {
        const auto text = [](bool selfSigned) -> QString {
            return models::certificateWarning(certificate(selfSigned), until).text;
        };
        QVERIFY(text(true).contains(QLatin1String("Make a new one")));
        QVERIFY(text(false).contains(QLatin1String("Renew it")));
    }
};

} // namespace

QTEST_APPLESS_MAIN(CertificateWarningTest)
#include "certificatewarningtest.moc"
