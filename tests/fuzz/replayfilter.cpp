// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds the fuzz function of the filter language with seeds and with broken copies of them.
#include <QByteArray>
#include <QRandomGenerator>
#include <QTest>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

class ReplayFilter final : public QObject
{
    Q_OBJECT
private slots:
    void seedsAndMutants()
    {
        const QList<QByteArray> seeds {
            "group:\"CA Business Unit\" severity>=high status:open age>7d -type:X \"certificate\"",
            "(a or b) and not (c -d) or product:api,web*",
            "time>=2026-11-01T09:30+02:00 received:12h any:x,y",
            "\"quo\\\"ted \\\\ text\" group:\"\" title:x\\*",
            "((((-(-(a))))))",
            "\xff\xfe\x00 :<>=,()\"\\-*",
            "größe 東京 \xe2\x80\xae",
        };
        QRandomGenerator random(1);
        for (const QByteArray &seed : seeds) {
            run(seed);
            for (int round = 0; round < 2000; ++round) {
                QByteArray mutant = seed;
                for (quint32 i = random.bounded(4U) + 1; i > 0 && !mutant.isEmpty(); --i) {
                    const auto at = static_cast<qsizetype>(
                            random.bounded(static_cast<quint32>(mutant.size())));
                    static const QByteArray bytes = "\"\\():<>=,-*or and not 7d\n\xc3";
                    const char byte = bytes[static_cast<qsizetype>(
                            random.bounded(static_cast<quint32>(bytes.size())))];
                    switch (random.bounded(3U)) {
                    case 0:
                        mutant[at] = byte;
                        break;
                    case 1:
                        mutant.insert(at, byte);
                        break;
                    default:
                        mutant.remove(at, 1);
                    }
                }
                run(mutant);
            }
        }
    }

private:
    static void run(const QByteArray &bytes)
    {
        QCOMPARE(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                        static_cast<std::size_t>(bytes.size())),
                 0);
    }
};

QTEST_GUILESS_MAIN(ReplayFilter)
#include "replayfilter.moc"
