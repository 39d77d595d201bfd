// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/columnsdialog.h"

#include "models/domain/payloadpath.h"
#include "models/items/eventcolumn.h"
#include "models/items/eventsmodel.h"
#include "models/items/eventtext.h"
#include "views/keys/dialogkeys.h"
#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

using models::EventColumn;
using models::TableLayout;

namespace {

constexpr int nameRole = Qt::UserRole;

/// The columns of a table nobody has changed.
TableLayout standardLayout()
{
    TableLayout layout;
    for (const EventColumn column :
         { EventColumn::Time, EventColumn::Severity, EventColumn::Status, EventColumn::Product,
           EventColumn::Type, EventColumn::Title, EventColumn::Asset, EventColumn::Group })
        layout.columns += { models::factsOf(column).name, TableLayout::Shown::Auto, 0 };
    return layout;
}

} // namespace

ColumnsDialog::ColumnsDialog(const TableLayout &layout, QWidget *parent)
    : QDialog(parent), m_before(layout), m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)), m_path(new QLineEdit(this)),
      m_addPath(new QPushButton(tr("Add"), this)), m_problem(plainLabel({}, this))
{
    setObjectName(QStringLiteral("columnsDialog"));
    setWindowTitle(tr("Columns"));
    m_search->setObjectName(QStringLiteral("columnsDialog.search"));
    m_search->setAccessibleName(tr("Find a column"));
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("columnsDialog.list"));
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    // The ticks must stay to be seen on the selected row.
    QPalette quiet = m_list->palette();
    quiet.setColor(QPalette::Highlight, colorsOf(quiet).selectedRow);
    quiet.setColor(QPalette::HighlightedText, colorsOf(quiet).text);
    m_list->setPalette(quiet);
    auto *hint = plainLabel(tr("Drag a column to move it, or press Alt+Up and Alt+Down."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("columnsDialog.ok"));
    auto *reset = buttons->addButton(tr("Standard columns"), QDialogButtonBox::ResetRole);
    reset->setObjectName(QStringLiteral("columnsDialog.reset"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(hint);
    column->addSpacing(8);
    column->addWidget(makePathRow());
    column->addWidget(m_problem);
    column->addSpacing(8);
    column->addWidget(buttons);
    resize(440, 640);

    connect(m_search, &QLineEdit::textChanged, this, &ColumnsDialog::search);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnsDialog::refresh);
    connect(reset, &QPushButton::clicked, this, [this] { fill(standardLayout()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit layoutChosen(chosen());
        accept();
    });
    fill(layout);
    m_search->setFocus();
}

QWidget *ColumnsDialog::makePathRow()
{
    m_path->setObjectName(QStringLiteral("columnsDialog.path"));
    m_path->setAccessibleName(tr("Path of the payload"));
    m_path->setPlaceholderText(QStringLiteral("data.affected_asset.url"));
    m_path->setMaxLength(int(TableLayout::longestPath));
    m_addPath->setObjectName(QStringLiteral("columnsDialog.addPath"));
    m_addPath->setAccessibleName(tr("Add the path as a column"));
    m_addPath->setAutoDefault(false);
    m_problem->setObjectName(QStringLiteral("columnsDialog.problem"));
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_path->installEventFilter(this);
    connect(m_addPath, &QPushButton::clicked, this, &ColumnsDialog::addPath);
    connect(m_path, &QLineEdit::textChanged, this, &ColumnsDialog::refresh);

    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *title = plainLabel(tr("Any value of the payload, by its path:"), whole);
    title->setBuddy(m_path);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    row->addWidget(m_addPath);
    column->addWidget(title);
    column->addLayout(row);
    return whole;
}

void ColumnsDialog::fill(const TableLayout &layout)
{
    m_list->clear();
    QStringList named;
    for (const TableLayout::Column &column : layout.columns) {
        named += column.name;
        add(column.name, column.shown != TableLayout::Shown::Never);
    }
    for (int column = 0; column < models::eventColumnCount; ++column) {
        const QString name = models::factsOf(EventColumn(column)).name;
        if (!named.contains(name))
            add(name, false);
    }
    m_list->setCurrentRow(0);
    search(m_search->text());
    refresh();
}

QListWidgetItem *ColumnsDialog::add(const QString &name, bool shown)
{
    const auto column = models::eventColumnOf(name);
    const QString words = column ? models::EventsModel::tr(models::factsOf(*column).header)
                                 : models::singleLine(name.mid(1));
    auto *item = new QListWidgetItem(words, m_list);
    item->setData(nameRole, name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                   | Qt::ItemIsDragEnabled);
    item->setSizeHint({ 0, fontMetrics().height() + 10 });
    item->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
    if (!column)
        item->setToolTip(plainToolTip(tr("Read from the payload; unticked, it goes.")));
    return item;
}

void ColumnsDialog::search(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool found = item->text().contains(text.trimmed(), Qt::CaseInsensitive)
                || item->data(nameRole).toString().contains(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!found);
    }
    // Among some of them nobody could say where a column falls.
    m_list->setDragEnabled(text.trimmed().isEmpty());
}

/// As paths are kept; empty where it is none.
QString ColumnsDialog::typedPath() const
{
    const auto read = models::PayloadPath::from(m_path->text().trimmed());
    return read ? read->text() : QString();
}

void ColumnsDialog::addPath()
{
    const QString path = typedPath();
    const QString name = u'.' % path;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(nameRole).toString() != name)
            continue;
        m_list->item(row)->setCheckState(Qt::Checked);
        m_list->setCurrentRow(row);
        m_path->clear();
        return;
    }
    if (!models::isPayloadPath(path))
        return;
    m_search->clear();
    QListWidgetItem *item = add(name, true);
    m_list->setCurrentItem(item);
    m_list->scrollToItem(item);
    m_path->clear();
}

void ColumnsDialog::moveCurrent(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count() || !m_search->text().trimmed().isEmpty())
        return;
    QListWidgetItem *item = m_list->takeItem(row);
    m_list->insertItem(to, item);
    m_list->setCurrentRow(to);
}

void ColumnsDialog::refresh()
{
    const QString path = typedPath();
    const bool valid = models::isPayloadPath(path);
    const TableLayout layout = chosen();
    const bool room = layout.paths().size() < TableLayout::mostPaths;
    m_addPath->setEnabled(valid && room);
    QString problem;
    if (!m_path->text().trimmed().isEmpty() && !valid)
        problem = tr("This is no path: names with dots between them are expected.");
    else if (valid && !room)
        problem = tr("No more than %1 paths can be columns.").arg(TableLayout::mostPaths);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_ok->setEnabled(!layout.columns.isEmpty());
}

TableLayout ColumnsDialog::chosen() const
{
    TableLayout layout;
    layout.order = m_before.order;
    QStringList standard;
    for (const TableLayout::Column &column : standardLayout().columns)
        standard += column.name;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() != Qt::Checked)
            continue;
        TableLayout::Column column { item->data(nameRole).toString(), TableLayout::Shown::Auto, 0 };
        if (!standard.contains(column.name)) // who ticks a rare one wants to see it
            column.shown = TableLayout::Shown::Always;
        for (const TableLayout::Column &known : m_before.columns) {
            if (known.name == column.name && known.shown != TableLayout::Shown::Never)
                column = known;
        }
        layout.columns += column;
    }
    return layout;
}

bool ColumnsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (watched == m_path && isPressed(DialogKey::AddPath, key) && m_addPath->isEnabled()) {
        addPath(); // the dialog stays: more may be added
        return true;
    }
    const bool up = isPressed(DialogKey::MoveColumnUp, key);
    if (watched == m_list && (up || isPressed(DialogKey::MoveColumnDown, key))) {
        moveCurrent(up ? -1 : 1);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace views
