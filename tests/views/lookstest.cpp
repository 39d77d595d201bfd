// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventsmodel.h"
#include "views/desktop/theme.h"
#include "views/widgets/colors.h"
#include "views/widgets/eventdelegate.h"
#include "views/widgets/icon.h"
#include "views/widgets/plaintext.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <cmath>

namespace {

using models::EventsModel;
using models::Severity;
using models::Status;

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF()))
            + 0.0722 * linear(double(color.blueF()));
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

class Looks : public QObject
{
    Q_OBJECT
private slots:
    void wordsAreReadable_data();
    void wordsAreReadable();
    void levelsDiffer();
    void themeChangesThePalette();
    void iconsAreThereAndTinted();
    void severityIsShapeWordAndColour();
    void selectionAndHoverShow();
    void statusIsABadge();
    void repeatsAreShown();
    void textIsNeverHtml();

private:
    QImage paint(int column, const QString &text, Severity severity, Status status,
                 int deliveries = 1, bool selected = false, int hovered = -1);

    views::Theme m_theme;
};

void Looks::wordsAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void Looks::wordsAreReadable()
{
    QFETCH(bool, dark);
    const views::Colors &colors = dark ? views::darkColors() : views::lightColors();
    QList<QColor> words { colors.text, colors.quiet, colors.accent };
    for (int level = 0; level < models::severityCount; ++level)
        words += views::severityColor(colors, Severity(level));
    for (int status = 0; status < models::statusCount; ++status)
        words += views::statusColor(colors, Status(status));
    for (const QColor &ground : { colors.base, colors.hover, colors.selectedRow }) {
        for (const QColor &word : words)
            QVERIFY2(contrast(word, ground) >= 4.5,
                     qPrintable(word.name() + u" on " + ground.name() + u": "
                                + QString::number(contrast(word, ground))));
    }
    for (const QColor &ground : { colors.window, colors.raised }) {
        QVERIFY(contrast(colors.text, ground) >= 4.5);
        QVERIFY(contrast(colors.quiet, ground) >= 4.5);
        QVERIFY(contrast(colors.urgent, ground) >= 4.5);
    }
    QVERIFY(contrast(colors.onAccent, colors.accent) >= 4.5);
}

void Looks::levelsDiffer()
{
    for (const views::Colors *colors : { &views::lightColors(), &views::darkColors() }) {
        QSet<QRgb> seen;
        for (int level = 0; level < models::severityCount; ++level)
            seen.insert(views::severityColor(*colors, Severity(level)).rgb());
        QCOMPARE(seen.size(), models::severityCount);
    }
}

void Looks::themeChangesThePalette()
{
    m_theme.applyTheme(views::Theme::Look::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), views::darkColors().base);
    QCOMPARE(views::colorsOf(QApplication::palette()), views::darkColors());
    m_theme.applyTheme(views::Theme::Look::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Base), views::lightColors().base);
    QCOMPARE(views::colorsOf(QApplication::palette()), views::lightColors());
    QCOMPARE(m_theme.look(), views::Theme::Look::Light);
}

void Looks::iconsAreThereAndTinted()
{
    const QStringList files =
            QDir(QStringLiteral(":/icons")).entryList({ QStringLiteral("*.svg") });
    QVERIFY(files.size() >= 12);
    for (const QString &file : files) {
        if (file == QLatin1String("watchfloor.svg"))
            continue;
        const QByteArray name = file.chopped(4).toLatin1();
        for (const auto look : { views::Theme::Look::Light, views::Theme::Look::Dark }) {
            m_theme.applyTheme(look);
            const QImage image =
                    views::icon(QLatin1String(name)).pixmap(QSize(32, 32), 2.0).toImage();
            QCOMPARE(image.size(), QSize(64, 64));
            bool tinted = false;
            for (int y = 0; y < image.height() && !tinted; ++y) {
                for (int x = 0; x < image.width() && !tinted; ++x)
                    tinted = image.pixelColor(x, y)
                            == QApplication::palette().color(QPalette::ButtonText);
            }
            QVERIFY2(tinted, name.constData());
        }
    }
    m_theme.applyTheme(views::Theme::Look::Light);
    QVERIFY(!views::applicationIcon().pixmap(16, 16).isNull());
}

QImage Looks::paint(int column, const QString &text, Severity severity, Status status,
                    int deliveries, bool selected, int hovered)
{
    QStandardItemModel model(1, EventsModel::ColumnCount);
    const QModelIndex index = model.index(0, column);
    model.setData(index, text, Qt::DisplayRole);
    model.setData(index, int(severity), EventsModel::SeverityRole);
    model.setData(index, int(status), EventsModel::StatusRole);
    model.setData(index, deliveries, EventsModel::DeliveriesRole);
    views::EventDelegate delegate;
    delegate.setHoveredRow(hovered);
    QImage image(200, 28, QImage::Format_RGB32);
    image.fill(views::lightColors().base);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.palette = views::Theme::palette(views::Theme::Look::Light);
    option.state = selected ? QStyle::State_Selected : QStyle::State_None;
    delegate.paint(&painter, option, index);
    return image;
}

int pixelsOf(const QImage &image, const QColor &color, const QRect &area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return count;
}

/// Pixels that are a mixture of ground and ink: strokes of text are seldom wider than a pixel.
int inkOf(const QImage &image, const QColor &ink, const QRect &area)
{
    const QColor &ground = views::lightColors().base;
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const double part =
                    double(ground.green() - pixel.green()) / double(ground.green() - ink.green());
            const auto mixed = [part](int from, int to) { return from + part * (to - from); };
            const bool mixture = std::abs(mixed(ground.red(), ink.red()) - pixel.red()) < 8
                    && std::abs(mixed(ground.blue(), ink.blue()) - pixel.blue()) < 8;
            count += part > 0.3 && mixture ? 1 : 0;
        }
    }
    return count;
}

void Looks::severityIsShapeWordAndColour()
{
    QList<QImage> shapes;
    for (int level = 0; level < models::severityCount; ++level) {
        const QImage image =
                paint(EventsModel::Severity, QStringLiteral("Word"), Severity(level), Status::None);
        const QColor &color = views::severityColor(views::lightColors(), Severity(level));
        QVERIFY(inkOf(image, color, QRect(24, 0, 176, 28)) > 5); // the word
        QImage shape = image.copy(8, 8, 12, 12);
        for (int y = 0; y < shape.height(); ++y) { // without colour
            for (int x = 0; x < shape.width(); ++x)
                shape.setPixel(x, y, shape.pixel(x, y) == color.rgb() ? 1 : 0);
        }
        for (const QImage &other : shapes)
            QVERIFY2(shape != other, qPrintable(QString::number(level)));
        shapes += shape;
    }
}

void Looks::selectionAndHoverShow()
{
    const auto corner = [this](bool selected, int hovered) {
        return paint(EventsModel::Title, QStringLiteral("x"), Severity::High, Status::None, 1,
                     selected, hovered)
                .pixelColor(199, 27);
    };
    QCOMPARE(corner(false, -1), views::lightColors().base);
    QCOMPARE(corner(false, 0), views::lightColors().hover);
    QCOMPARE(corner(true, 0), views::lightColors().selectedRow);
}

void Looks::statusIsABadge()
{
    const QImage fixed =
            paint(EventsModel::Status, QStringLiteral("Resolved"), Severity::High, Status::Fixed);
    QVERIFY(inkOf(fixed, views::lightColors().good, fixed.rect()) > 5);
    // The frame: the first painted column has ink at half height, left of the word.
    QVERIFY(fixed.pixelColor(8, 14) != views::lightColors().base);
    const QImage none =
            paint(EventsModel::Status, QStringLiteral("–"), Severity::High, Status::None);
    QCOMPARE(pixelsOf(none, views::lightColors().base, none.rect()), 200 * 28);
}

void Looks::repeatsAreShown()
{
    const QString longTitle = QString(200, u'm');
    const auto right = QRect(150, 0, 42, 28);
    const QImage once =
            paint(EventsModel::Title, QStringLiteral("m"), Severity::High, Status::None, 1);
    const QImage thrice =
            paint(EventsModel::Title, QStringLiteral("m"), Severity::High, Status::None, 3);
    QCOMPARE(pixelsOf(once, views::lightColors().base, right), right.width() * right.height());
    QVERIFY(inkOf(thrice, views::lightColors().quiet, right) > 3);
    // A long title is elided before the repeats and never reaches the cell's edge.
    const QImage crowded = paint(EventsModel::Title, longTitle, Severity::High, Status::None, 3);
    QCOMPARE(pixelsOf(crowded, views::lightColors().base, QRect(193, 0, 7, 28)), 7 * 28);
    QVERIFY(inkOf(crowded, views::lightColors().quiet, right) > 3);
}

void Looks::textIsNeverHtml()
{
    const QString hostile = QStringLiteral("<b>bold</b> & <img src=x>");
    QVERIFY(!views::plainToolTip(hostile).contains(QStringLiteral("<b>")));
    QVERIFY(views::plainToolTip(hostile).contains(QStringLiteral("&lt;img")));
    QVERIFY(views::plainToolTip({}).isEmpty());
    QVERIFY(views::plainToolTip(QString(100000, u'x')).size() < 2200);
    QWidget parent;
    QCOMPARE(views::plainLabel(hostile, &parent)->textFormat(), Qt::PlainText);
}

} // namespace

QTEST_MAIN(Looks)
#include "lookstest.moc"
