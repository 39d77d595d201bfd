// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace views {

namespace {

QColor tint(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

/// Draws one SVG of the family; the files are black strokes and fills on nothing.
class TintedEngine final : public QIconEngine
{
public:
    explicit TintedEngine(QString file) : m_file(std::move(file)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels already; the caller says so with the scale.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = tint(mode);
        const QString key = m_file % u'@' % QString::number(size.width()) % u'x'
                % QString::number(size.height()) % color.name();
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QSvgRenderer renderer(m_file);
        if (renderer.isValid()) {
            QPainter painter(&result);
            renderer.render(&painter);
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(result.rect(), color);
        }
        result.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, result);
        return result;
    }

    QIconEngine *clone() const override { return new TintedEngine(m_file); }

private:
    QString m_file;
};

} // namespace

QIcon icon(QLatin1String name)
{
    return QIcon(new TintedEngine(u":/icons/" % name % u".svg"));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/watchfloor.svg"));
}

} // namespace views
