// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetsection.h"

#include "models/items/facetlist.h"
#include "views/keys/keynotes.h"
#include "views/widgets/facetdelegate.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/valuemenu.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>

namespace views {

namespace {
constexpr int searchFrom = 12;
} // namespace

FacetSection::FacetSection(models::FacetList &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_fold(new QAction(model.title(), this)),
      m_heading(new QToolButton(this)), m_clear(new LinkButton(tr("Clear"), this)),
      m_search(new QLineEdit(this)), m_list(new QListView(this)), m_more(new LinkButton({}, this)),
      m_note(plainLabel({}, this))
{
    m_fold->setCheckable(true);
    m_fold->setChecked(!model.foldedAtFirst());
    m_model.setActive(m_fold->isChecked());
    m_heading->setObjectName(QStringLiteral("facetHeading"));
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::TabFocus);
    QFont strong = m_heading->font();
    strong.setWeight(QFont::DemiBold);
    m_heading->setFont(strong);
    QSizePolicy reserved = m_clear->sizePolicy();
    reserved.setRetainSizeWhenHidden(true); // rows must not move under the pointer
    m_clear->setSizePolicy(reserved);
    m_clear->setAccessibleName(tr("Clear %1").arg(model.title()));

    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(model.title());
    // FacetDelegate takes these, Enter the list.
    noteKeys(*m_list, KeyGroup::Facets,
             { { { Qt::Key_Space }, tr("Include the value, or no longer") },
               { { Qt::Key_Return }, tr("Show only the value") } });
    if (model.excludes()) {
        m_list->setAccessibleDescription(
                tr("Space includes a value, minus excludes it, Enter shows only it."));
        noteKeys(*m_list, KeyGroup::Facets,
                 { { { Qt::Key_Minus, Qt::ALT | Qt::Key_Space },
                     tr("Exclude the value, or no longer") } });
    }
    m_search->setPlaceholderText(tr("Find in %1").arg(model.title().toLower()));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(4, 0, 4, 0);
    m_note->setWordWrap(true);
    arrange();
    connectParts();
    fit();
}

void FacetSection::arrange()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_heading, 1, Qt::AlignLeft);
    head->addWidget(m_clear);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_note);
}

void FacetSection::connectParts()
{
    auto *delegate = new FacetDelegate(m_model.shapes(), this);
    m_list->setItemDelegate(delegate);
    connect(delegate, &FacetDelegate::onlyRequested, this, &FacetSection::selectOnly);
    connect(delegate, &FacetDelegate::excludeRequested, this,
            [this](const QModelIndex &index) { m_model.toggleExcluded(index.row()); });
    connect(m_list, &QAbstractItemView::activated, this, &FacetSection::selectOnly);
    connect(m_list, &QWidget::customContextMenuRequested, this, &FacetSection::showMenu);
    connect(m_heading, &QToolButton::clicked, m_fold, &QAction::toggle);
    connect(m_fold, &QAction::toggled, this, [this](bool open) {
        if (!open)
            m_search->clear();
        m_model.setActive(open);
        fit();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] { m_model.clear(); });
    connect(m_search, &QLineEdit::textChanged, &m_model, &models::FacetList::setSearch);
    connect(m_more, &QToolButton::clicked, this, [this] { m_model.setAll(!m_model.all()); });
    connect(&m_model, &models::FacetList::summaryChanged, this, &FacetSection::fit);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &FacetSection::fit);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &FacetSection::fit);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &FacetSection::fit);
}

void FacetSection::selectOnly(const QModelIndex &index)
{
    if (index.isValid() && !m_model.isOnly(index.row())) // the first of two clicks may have done it
        m_model.selectOnly(index.row());
}

void FacetSection::showMenu(const QPoint &position)
{
    const bool byKey =
            !m_list->viewport()->rect().contains(position) || !m_list->indexAt(position).isValid();
    const QModelIndex index = byKey ? m_list->currentIndex() : m_list->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new ValueMenu(m_model, index.row(), m_list);
    const QPoint at = byKey ? m_list->visualRect(index).bottomLeft() : position;
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void FacetSection::fitHeading()
{
    const int marks = m_model.marks();
    const bool open = m_fold->isChecked();
    m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_heading->setText(open || marks == 0 ? m_model.title()
                                          : tr("%1 (%2)").arg(m_model.title()).arg(marks));
    const QString chosen =
            marks == 0 ? m_model.title() : tr("%1, %2 chosen").arg(m_model.title()).arg(marks);
    m_heading->setAccessibleName(open ? tr("%1, open").arg(chosen) : tr("%1, folded").arg(chosen));
    m_clear->setVisible(marks > 0);
}

void FacetSection::fit()
{
    fitHeading();
    const qsizetype values = m_model.size();
    const int shown = m_model.rowCount();
    const bool open = m_fold->isChecked();
    const bool searching = !m_search->text().isEmpty();
    const int height = shown * (fontMetrics().height() + 8); // as FacetDelegate::sizeHint()
    if (m_list->height() != height)
        m_list->setFixedHeight(height);
    m_list->setVisible(open && shown > 0);
    m_search->setVisible(open && (values > searchFrom || searching));
    m_more->setVisible(open && !searching && values > models::FacetList::few);
    const QLocale locale;
    if (m_model.all())
        m_more->setText(tr("Show fewer"));
    else if (values <= models::FacetList::most)
        m_more->setText(tr("Show all %1").arg(locale.toString(values)));
    else
        m_more->setText(tr("Show more of %1").arg(locale.toString(values)));
    const bool cut = shown >= models::FacetList::most && (m_model.all() || searching);
    m_note->setText(shown == 0 && searching
                            ? tr("No value holds this text.")
                            : tr("The first %1 of %2. Search for the others.")
                                      .arg(locale.toString(shown), locale.toString(values)));
    m_note->setVisible(open && (cut || (shown == 0 && searching)));
    setVisible(values > 0 || m_model.marks() > 0);
}

} // namespace views
