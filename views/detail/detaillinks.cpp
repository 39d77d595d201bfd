// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detaillinks.h"

#include "models/items/eventtext.h"
#include "views/detail/eventwords.h"
#include "views/detail/linkdelegate.h"
#include "views/keys/keynotes.h"
#include "views/widgets/plaintext.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QWheelEvent>

namespace views {
namespace {

constexpr int mostLinks = 50;
constexpr int mostRowsHigh = 8;

} // namespace

DetailLinks::DetailLinks(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("detailPane.links"));
    setAccessibleName(tr("Links"));
    setAccessibleDescription(tr("Enter opens a link, Ctrl+C copies it."));
    noteKeys(*this, KeyGroup::Links,
             { { { Qt::Key_Return, Qt::Key_Space }, tr("Open the link") },
               { { QKeySequence::Copy }, tr("Copy the link") } });
    setItemDelegate(new LinkDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { emit openRequested(item->data(UrlRole).toString()); });
}

void DetailLinks::show(const QList<models::Link> &links, models::Family family,
                       const models::LinkPolicy &policy)
{
    using Verdict = models::SafeUrl::Verdict;
    const int before = currentRow();
    clear();
    for (const models::Link &link : links.first(qMin(links.size(), qsizetype(mostLinks)))) {
        const models::SafeUrl safe = models::SafeUrl::judge(link.url, policy);
        const QString label = linkLabel(link.kind, family);
        const bool refused = safe.verdict() == Verdict::Refused;
        const QString host = refused ? models::singleLine(link.url, 200) : safe.host();
        QString note;
        if (refused)
            note = tr("not opened");
        else if (safe.verdict() == Verdict::Ask)
            note = tr("asks first");
        auto *item = new QListWidgetItem(QString(label % QLatin1String(": ") % host), this);
        item->setData(UrlRole, link.url);
        item->setData(LabelRole, label);
        item->setData(HostRole, host);
        item->setData(NoteRole, note);
        item->setData(Qt::AccessibleTextRole,
                      note.isEmpty() ? item->text()
                                     : QString(item->text() % QLatin1String(", ") % note));
        const QString address = models::singleLine(link.url, 1000);
        item->setToolTip(plainToolTip(
                safe.reason().isEmpty() ? address
                                        : QString(address % QLatin1Char('\n') % safe.reason())));
    }
    if (hasFocus() && count() > 0)
        setCurrentRow(qBound(0, before, count() - 1));
    updateGeometry();
}

QSize DetailLinks::sizeHint() const
{
    const int rows = qMin(count(), mostRowsHigh);
    const int row = count() > 0 ? sizeHintForRow(0) : 0;
    return { 20 * fontMetrics().averageCharWidth(), rows * row + 2 * frameWidth() };
}

QSize DetailLinks::minimumSizeHint() const
{
    return sizeHint();
}

void DetailLinks::keyPressEvent(QKeyEvent *event)
{
    const QListWidgetItem *item = currentItem();
    if (item && event->matches(QKeySequence::Copy)) {
        emit copyRequested(item->data(UrlRole).toString());
        return;
    }
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
            || event->key() == Qt::Key_Space;
    const auto held = event->modifiers() & ~Qt::KeypadModifier;
    if (item && opens && held == Qt::NoModifier) {
        if (!event->isAutoRepeat())
            emit openRequested(item->data(UrlRole).toString());
        return;
    }
    QListWidget::keyPressEvent(event);
}

void DetailLinks::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QListWidgetItem *item = byKey ? currentItem() : itemAt(event->pos());
    if (!item)
        return;
    const QString url = item->data(UrlRole).toString();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("detailPane.links.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Open"), this, [this, url] { emit openRequested(url); });
    menu->addAction(tr("&Copy link"), this, [this, url] { emit copyRequested(url); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualItemRect(item).center())
                      : event->globalPos());
}

void DetailLinks::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    if (count() > 0 && currentRow() < 0)
        setCurrentRow(0);
}

void DetailLinks::wheelEvent(QWheelEvent *event)
{
    if (count() > mostRowsHigh)
        QListWidget::wheelEvent(event);
    else
        event->ignore(); // the pane around it scrolls
}

} // namespace views
