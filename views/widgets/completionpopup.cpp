// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/completionpopup.h"

#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"
#include "views/widgets/completionrows.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace views {

namespace {

constexpr int mostRows = 12; // shown at once
constexpr int widest = 640;
constexpr int padding = 8;
constexpr int gap = 24;

/// The suggestion at the left, what it means at the right.
class CompletionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return { 80, option.fontMetrics.height() + 8 };
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Colors &colors = colorsOf(option.palette);
        const QRect row = option.rect;
        painter->setFont(option.font);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, colors.selectedRow);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(row, colors.hover);
        const QString text = index.data(Qt::DisplayRole).toString();
        const QString note = index.data(CompletionRows::NoteRole).toString();
        const QRect inner = row.adjusted(padding, 0, -padding, 0);
        const int textWidth = std::min(painter->fontMetrics().horizontalAdvance(text) + 1,
                                       note.isEmpty() ? inner.width() : inner.width() * 2 / 3);
        painter->setPen(colors.text);
        drawLine(*painter, QRect(inner.left(), row.top(), textWidth, row.height()), text,
                 Qt::ElideMiddle);
        const int left = inner.left() + textWidth + gap;
        painter->setPen(colors.quiet);
        if (left < inner.right())
            drawLine(*painter, QRect(QPoint(left, row.top()), inner.bottomRight()), note,
                     Qt::ElideRight, Qt::AlignRight | Qt::AlignVCenter);
    }
};

} // namespace

CompletionPopup::CompletionPopup(QWidget *parent)
    : QFrame(parent), m_rows(new CompletionRows(this)), m_list(new QListView(this))
{
    setObjectName(QStringLiteral("filterCompletion"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(QStringLiteral("filterCompletion.list"));
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new CompletionDelegate(this));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit picked(m_rows->at(index.row())); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
    hide();
}

void CompletionPopup::offer(const QList<models::Completion> &list, QWidget &anchor)
{
    m_rows->show(list);
    m_list->setCurrentIndex({});
    if (list.isEmpty())
        return hide();
    place(anchor);
    show();
    raise();
}

void CompletionPopup::place(QWidget &anchor)
{
    QWidget *window = anchor.window();
    if (parentWidget() != window)
        setParent(window);
    const QPoint below = anchor.mapTo(window, QPoint(0, anchor.height() + 2));
    const int rows = std::min(m_rows->rowCount(), mostRows);
    const int height = rows * m_list->sizeHintForRow(0) + 2 * frameWidth() + 2;
    const int space = std::max(0, window->height() - below.y() - padding);
    const int width = std::min({ anchor.width(), widest, window->width() - below.x() });
    setGeometry(below.x(), below.y(), width, std::min(height, space));
}

void CompletionPopup::move(int steps)
{
    const int count = m_rows->rowCount();
    if (count == 0)
        return;
    const QModelIndex now = m_list->currentIndex();
    int row = 0;
    if (now.isValid())
        row = ((now.row() + steps) % count + count) % count;
    else if (steps < 0)
        row = count - 1;
    m_list->setCurrentIndex(m_rows->index(row));
}

bool CompletionPopup::hasChosen() const
{
    return m_list->currentIndex().isValid();
}

const models::Completion &CompletionPopup::current() const
{
    return m_rows->at(std::max(0, m_list->currentIndex().row()));
}

QString CompletionPopup::chosenText() const
{
    return m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
}

} // namespace views
