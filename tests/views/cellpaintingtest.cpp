// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/cellpainting.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <functional>

namespace {

constexpr QRect cell { 5, 3, 120, 26 };

QImage painted(const QFont &font, const std::function<void(QPainter &)> &paint)
{
    QImage image(130, 32, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::black);
    paint(painter);
    return image;
}

/// Lines that were laid out before look as lines that are laid out anew.
class CellPaintingTest final : public QObject
{
    Q_OBJECT
private slots:
    void asPlainText_data();
    void asPlainText();
};

void CellPaintingTest::asPlainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::TextElideMode>("elide");
    const QString longText = QStringLiteral("A storage bucket is readable by everyone");
    QTest::newRow("empty") << QString() << Qt::ElideRight;
    QTest::newRow("short") << QStringLiteral("Open") << Qt::ElideRight;
    QTest::newRow("long") << longText << Qt::ElideRight;
    QTest::newRow("long, middle") << longText << Qt::ElideMiddle;
    QTest::newRow("line ends") << QStringLiteral("one\ntwo") << Qt::ElideRight;
    QTest::newRow("no HTML") << QStringLiteral("<b>bold</b>") << Qt::ElideRight;
    QTest::newRow("accents") << QStringLiteral("Größe Ünïcode") << Qt::ElideRight;
    QTest::newRow("hostile") << QString(100'000, QLatin1Char('W')) << Qt::ElideMiddle;
}

void CellPaintingTest::asPlainText()
{
    QFETCH(QString, text);
    QFETCH(Qt::TextElideMode, elide);
    const QFont plain = QGuiApplication::font();
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    QFont large = plain;
    large.setPointSizeF(plain.pointSizeF() * 1.5);
    QString line = text;
    line.replace(u'\n', u' ');
    // The second time from memory; the third with another font under the same key.
    for (const QFont &font : { plain, plain, large, strong, plain }) {
        for (const Qt::Alignment side : { Qt::AlignLeft, Qt::AlignRight }) {
            const Qt::Alignment alignment = side | Qt::AlignVCenter;
            const QImage expected = painted(font, [&](QPainter &painter) {
                painter.drawText(cell, int(alignment) | Qt::TextSingleLine,
                                 painter.fontMetrics().elidedText(line, elide, cell.width()));
            });
            const QImage found = painted(font, [&](QPainter &painter) {
                views::drawLine(painter, cell, text, elide, alignment);
            });
            QCOMPARE(found, expected);
        }
    }
}

} // namespace

QTEST_MAIN(CellPaintingTest)
#include "cellpaintingtest.moc"
