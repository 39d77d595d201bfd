// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/textsplice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

QByteArray bodyWith(const QString &text)
{
    return QJsonDocument(QJsonObject { { QStringLiteral("x"), text } })
            .toJson(QJsonDocument::Compact);
}

} // namespace

/// Texts taken out of bodies: whatever they hold, and however they are made to take long.
class TextSpliceTest : public QObject
{
    Q_OBJECT
private slots:
    void anyCharacterAnywhere()
    {
        for (char16_t unit = 1; unit < 0x180; ++unit) {
            if (unit == u'\n') // ends a line, and short lines stay where they are
                continue;
            for (int place = 0; place < 20; ++place) {
                QString text = QStringLiteral("abcdefghijklmnopqrst");
                text[place] = QChar(unit);
                const QByteArray body = bodyWith(text);
                const auto spliced = app::spliceOut(body, text.toUtf8());
                QVERIFY2(spliced, body.constData());
                QCOMPARE(spliced->rest, QByteArray("{\"x\":\"\"}"));
                QCOMPARE(app::spliceIn(spliced->cuts, spliced->rest, text.toUtf8()), body);
            }
        }
    }

    // Searched for by comparing at each place, this takes hours.
    void longRunsOfOneCharacter()
    {
        const QByteArray run(4'000'000, 'a');
        const QByteArray text = "b" + run;
        const QByteArray body = "{\"x\":\"\\u0062" + run + "\",\"y\":\"" + run + run + "\"}";
        QVERIFY(!app::spliceOut(body, text));
    }

    // Each of these lines is nowhere in the body; looking for all of them takes minutes.
    void manyLinesThatAreNowhere()
    {
        QByteArray text;
        for (int line = 0; line < 400'000; ++line)
            text += "not in the body " + QByteArray::number(line) + '\n';
        QVERIFY(!app::spliceOut(bodyWith(QString(8'000'000, QLatin1Char('n'))), text));
    }
};

QTEST_GUILESS_MAIN(TextSpliceTest)
#include "textsplicetest.moc"
