// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/jsontreeview.h"

#include "models/domain/payloadpath.h"
#include "models/index/filterwords.h"
#include "views/keys/keynotes.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace views {
namespace {

using models::JsonTreeModel;

constexpr int openLevels = 2;
constexpr int rowGap = 8;

/// Rows with air between them: at the font's own height underscores are cut off.
class AiryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return { size.width(), size.height() + rowGap };
    }
};

} // namespace

JsonTreeView::JsonTreeView(QWidget *parent) : QTreeView(parent)
{
    setModel(&m_model);
    setItemDelegate(new AiryDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setAllColumnsShowFocus(true);
    setIndentation(16);
    noteKeys(*this, KeyGroup::Raw,
             { { { QKeySequence::Copy }, tr("Copy the value in the tree") } });
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
}

void JsonTreeView::setJson(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_taken = false;
    if (isVisible())
        take();
}

void JsonTreeView::take()
{
    if (m_taken)
        return;
    m_taken = true;
    m_model.setTree(models::JsonTree::parse(m_text));
    // The braces around it all say nothing: their members are the first rows.
    setRootIndex(m_model.rowCount() == 1 ? m_model.index(0, 0) : QModelIndex());
    if (rootIndex().isValid() && m_model.rowCount(rootIndex()) == 0)
        setRootIndex({}); // a single value
    expandToDepth(openLevels - 1);
    const int room = viewport()->width() / 2;
    const int names = sizeHintForColumn(JsonTreeModel::NameColumn) + rowGap;
    header()->resizeSection(JsonTreeModel::NameColumn, std::min(names, room));
    find(m_wanted);
    emit pathChanged();
}

void JsonTreeView::showEvent(QShowEvent *event)
{
    take();
    QTreeView::showEvent(event);
}

int JsonTreeView::find(const QString &text)
{
    take();
    m_wanted = text;
    m_matches = m_model.tree().find(text, mostMatches);
    m_current = -1;
    return int(m_matches.size());
}

int JsonTreeView::step(int by)
{
    const int count = int(m_matches.size());
    if (count == 0)
        return 0;
    if (m_current < 0) {
        const int from = currentIndex().isValid() ? int(currentIndex().internalId()) : 0;
        const auto next = std::lower_bound(m_matches.begin(), m_matches.end(), from);
        m_current = next == m_matches.end() ? 0 : int(next - m_matches.begin());
        m_current = (m_current + std::min(by, 0) + count) % count;
    } else {
        m_current = (m_current + by + count) % count;
    }
    setCurrentIndex(m_model.indexOf(m_matches.at(m_current)));
    scrollTo(currentIndex());
    return m_current + 1;
}

QString JsonTreeView::path() const
{
    return currentIndex().data(JsonTreeModel::PathRole).toString();
}

void JsonTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit pathChanged();
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QString at = index.data(JsonTreeModel::PathRole).toString();
    if (!index.data(JsonTreeModel::ScalarRole).toBool() || !models::PayloadPath::from(at))
        return;
    const QString value = index.data(JsonTreeModel::RawValueRole).toString();
    emit valueMenuRequested({ { models::Field::Path, at }, models::literalValue(value), value },
                            byKey ? viewport()->mapToGlobal(visualRect(index).center())
                                  : event->globalPos());
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTreeView::keyPressEvent(event);
        return;
    }
    const QString value = currentIndex().data(JsonTreeModel::RawValueRole).toString();
    if (!value.isEmpty())
        QGuiApplication::clipboard()->setText(value);
}

} // namespace views
