// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparedialog.h"

#include "models/domain/payloadpath.h"
#include "models/items/eventtext.h"
#include "views/compare/comparedelegate.h"
#include "views/compare/valuepane.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

namespace views {

using models::CompareModel;
using Kind = models::JsonDifference::Kind;

namespace {

QString headOf(const models::StoredEvent &stored)
{
    return CompareDialog::tr("%1\n%2").arg(models::singleLine(stored.event.title, 120),
                                           models::longTime(stored.received));
}

QString differentWords(int count)
{
    return count == 1 ? CompareDialog::tr("1 field differs.")
                      : CompareDialog::tr("%1 fields differ.").arg(QLocale().toString(count));
}

QString equalWords(int count, bool shown)
{
    const QString number = QLocale().toString(count);
    if (count == 1)
        return shown ? CompareDialog::tr("1 equal field shown")
                     : CompareDialog::tr("1 equal field hidden");
    return (shown ? CompareDialog::tr("%1 equal fields shown")
                  : CompareDialog::tr("%1 equal fields hidden"))
            .arg(number);
}

QTableView *makeTable(CompareModel &model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("compareDialog.table"));
    table->setAccessibleName(CompareDialog::tr("Differences"));
    table->setItemDelegate(new CompareDelegate(table));
    table->setModel(&model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 12);
    table->verticalHeader()->hide();
    QHeaderView *const header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Stretch);
    return table;
}

} // namespace

CompareDialog::CompareDialog(QWidget *parent)
    : QDialog(parent), m_summary(plainLabel({}, this)), m_leftHead(plainLabel({}, this)),
      m_rightHead(plainLabel({}, this)), m_table(makeTable(m_model, this)),
      m_left(new ValuePane(tr("Earlier event"), QStringLiteral("compareDialog.left"), this)),
      m_right(new ValuePane(tr("Later event"), QStringLiteral("compareDialog.right"), this)),
      m_equal(plainLabel({}, this)), m_fold(new QPushButton(this)),
      m_copy(new QPushButton(tr("Copy differences"), this))
{
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare events"));
    m_summary->setObjectName(QStringLiteral("compareDialog.summary"));
    m_summary->setWordWrap(true);
    m_equal->setObjectName(QStringLiteral("compareDialog.equal"));
    m_equal->setForegroundRole(QPalette::PlaceholderText);
    m_fold->setObjectName(QStringLiteral("compareDialog.fold"));
    m_copy->setObjectName(QStringLiteral("compareDialog.copy"));

    for (QPushButton *button : { m_fold, m_copy })
        button->setAutoDefault(false); // Enter closes

    auto *heads = new QHBoxLayout;
    heads->setSpacing(16);
    for (QLabel *head : { m_leftHead, m_rightHead }) {
        head->setWordWrap(true);
        head->setTextInteractionFlags(Qt::TextSelectableByMouse);
        heads->addWidget(head, 1);
    }
    auto *values = new QWidget(this);
    auto *sides = new QHBoxLayout(values);
    sides->setContentsMargins(0, 8, 0, 0);
    sides->setSpacing(16);
    sides->addWidget(m_left, 1);
    sides->addWidget(m_right, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("compareDialog.splitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(values);
    splitter->setSizes({ 360, 200 });

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_equal);
    foot->addWidget(m_fold);
    foot->addStretch(1);
    foot->addWidget(buttons);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addLayout(heads);
    column->addWidget(m_summary);
    column->addWidget(splitter, 1);
    column->addLayout(foot);
    resize(1000, 680);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showRow(current.row()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &CompareDialog::showMenu);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_model.setShowsEqual(!m_model.showsEqual());
        showCounts();
        m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_model.text());
        emit copied(tr("Differences copied"));
    });
}

void CompareDialog::show(const models::EventComparison &comparison)
{
    const bool any = comparison.problem.isEmpty();
    m_model.show(comparison.all);
    m_leftHead->setText(any ? headOf(comparison.left) : QString());
    m_rightHead->setText(any ? headOf(comparison.right) : QString());
    QString summary = comparison.problem;
    if (any)
        summary = m_model.differentCount() == 0 ? tr("Both events say the same in every field.")
                                                : differentWords(int(m_model.differentCount()));
    m_summary->setText(summary);
    m_copy->setEnabled(m_model.differentCount() > 0);
    showCounts();
    showRow(-1);
    m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setFocus();
    QDialog::show();
    raise();
    activateWindow();
}

void CompareDialog::showCounts()
{
    const int equal = int(m_model.equalCount());
    m_equal->setVisible(equal > 0);
    m_fold->setVisible(equal > 0);
    m_equal->setText(equalWords(equal, m_model.showsEqual()));
    m_fold->setText(m_model.showsEqual() ? tr("Hide") : tr("Show"));
    m_fold->setAccessibleName(m_model.showsEqual() ? tr("Hide equal fields")
                                                   : tr("Show equal fields"));
}

void CompareDialog::showRow(int row)
{
    if (row < 0 || row >= m_model.rowCount()) {
        m_left->showNothing({});
        m_right->showNothing({});
        return;
    }
    const models::JsonDifference &one = m_model.at(row);
    const models::TextDifference parts = m_model.parts(row);
    if (one.kind == Kind::Added)
        m_left->showNothing(tr("not there"));
    else
        m_left->show(one.left.text, parts.left);
    if (one.kind == Kind::Removed)
        m_right->showNothing(tr("not there"));
    else
        m_right->show(one.right.text, parts.right);
}

void CompareDialog::showMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    const QString path = m_model.at(index.row()).path;
    const QString whole = index.data(CompareModel::WholeTextRole).toString();
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy value")), &QAction::triggered, this,
            [whole] { QGuiApplication::clipboard()->setText(whole); });
    if (const auto known = models::PayloadPath::from(path))
        connect(menu->addAction(tr("Show as column")), &QAction::triggered, this,
                [this, text = known->text()] { emit columnRequested(text); });
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace views
