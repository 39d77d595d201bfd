// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetsection.h"

#include "models/items/facetlist.h"
#include "views/widgets/facetdelegate.h"
#include "views/widgets/facetrows.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>

namespace views {

namespace {
constexpr int searchFrom = 12;

FacetRows::Arrangement arrangementOf(models::FacetList::Shapes shapes)
{
    return shapes == models::FacetList::Shapes::Severities ? FacetRows::Arrangement::BySeverity
                                                           : FacetRows::Arrangement::Own;
}

} // namespace

FacetSection::FacetSection(models::FacetList &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_rows(new FacetRows(arrangementOf(model.shapes()), this)),
      m_list(new QListView(this)), m_search(new QLineEdit(this)),
      m_clear(new LinkButton(tr("Clear"), this)), m_more(new LinkButton({}, this))
{
    auto *title = plainLabel(model.title(), this);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    QSizePolicy reserved = m_clear->sizePolicy();
    reserved.setRetainSizeWhenHidden(true); // rows must not move under the pointer
    m_clear->setSizePolicy(reserved);
    m_clear->setAccessibleName(tr("Clear %1").arg(model.title()));

    m_rows->setSourceModel(&m_model);
    auto *delegate = new FacetDelegate(model.shapes(), this);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(model.title());
    m_search->setPlaceholderText(tr("Find in %1").arg(model.title().toLower()));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 0, 0);
    head->addWidget(title, 1);
    head->addWidget(m_clear);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addWidget(m_more, 0, Qt::AlignLeft);

    connect(delegate, &FacetDelegate::onlyRequested, this, &FacetSection::selectOnly);
    connect(m_list, &QAbstractItemView::activated, this, &FacetSection::selectOnly);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_model.clear(); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rows->setSearch(text);
        fit();
    });
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_rows->setAll(!m_rows->all());
        fit();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &FacetSection::fit);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &FacetSection::fit);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &FacetSection::fit);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &FacetSection::fit);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &FacetSection::fit);
    fit();
}

int FacetSection::chosen() const
{
    int count = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        count += m_model.index(row).data(Qt::CheckStateRole).toInt() == Qt::Checked ? 1 : 0;
    return count;
}

void FacetSection::selectOnly(const QModelIndex &shown)
{
    const QModelIndex index = m_rows->mapToSource(shown);
    const bool already = chosen() == 1 && index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    if (index.isValid() && !already) // the first click of a double click may have done it
        m_model.selectOnly(index.row());
}

void FacetSection::fit()
{
    const int values = m_model.rowCount();
    const int shown = m_rows->rowCount();
    const int height = fontMetrics().height() + 8; // as FacetDelegate::sizeHint()
    if (m_list->height() != shown * height)
        m_list->setFixedHeight(shown * height);
    m_clear->setVisible(chosen() > 0);
    m_search->setVisible(values > searchFrom);
    const bool more = values > FacetRows::few && m_search->text().isEmpty();
    m_more->setVisible(more);
    m_more->setText(m_rows->all() ? tr("Show fewer")
                                  : tr("Show all %1").arg(QLocale().toString(values)));
    setVisible(values > 0);
}

} // namespace views
