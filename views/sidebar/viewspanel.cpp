// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidebar/viewspanel.h"

#include "models/savedviews/viewtext.h"
#include "views/sidebar/viewlist.h"
#include "views/widgets/icon.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/undotoast.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace views {

using models::SavedViewList;

ViewsPanel::ViewsPanel(ViewSession &session, UndoToast &undo, QWidget *parent)
    : QWidget(parent), m_session(session), m_undo(undo), m_list(new ViewList(session, this)),
      m_more(new QToolButton(this)), m_save(new LinkButton(tr("Save"), this)),
      m_saveAsNew(new LinkButton(tr("Save as new"), this)),
      m_revert(new LinkButton(tr("Revert"), this))
{
    m_list->setObjectName(QStringLiteral("eventsPage.views"));
    m_save->setObjectName(QStringLiteral("eventsPage.saveView"));
    m_saveAsNew->setObjectName(QStringLiteral("eventsPage.saveViewAsNew"));
    m_revert->setObjectName(QStringLiteral("eventsPage.revertView"));
    m_more->setObjectName(QStringLiteral("eventsPage.viewsMenu"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_list, 1);
    column->addWidget(makeFoot());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_list, &ViewList::removeRequested, this, &ViewsPanel::remove);
    connect(m_list, &ViewList::menuRequested, this, &ViewsPanel::showMenu);
    connect(m_save, &QToolButton::clicked, &m_session, &ViewSession::save);
    connect(m_saveAsNew, &QToolButton::clicked, this, &ViewsPanel::saveAsNew);
    connect(m_revert, &QToolButton::clicked, &m_session, &ViewSession::revert);
    connect(&m_session, &ViewSession::changed, this, &ViewsPanel::refresh);
    connect(&m_session, &ViewSession::failed, this,
            [this](const QString &reason) { m_undo.offer(reason); });
    refresh();
}

QWidget *ViewsPanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(4, 0, 0, 0);
    auto *title = plainLabel(tr("Views"), head);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    m_more->setIcon(icon(QLatin1String("more")));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setToolTip(tr("More about views"));
    m_more->setAccessibleName(m_more->toolTip());
    connect(m_more, &QToolButton::clicked, this,
            [this] { showMenu(-1, m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    row->addWidget(title, 1);
    row->addWidget(m_more);
    return head;
}

// The place is kept while there is nothing to save: what stands below must not move under the
// pointer that just changed the filter.
QWidget *ViewsPanel::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (QToolButton *button : { m_saveAsNew, m_save, m_revert }) {
        QSizePolicy kept = button->sizePolicy();
        kept.setRetainSizeWhenHidden(true);
        button->setSizePolicy(kept);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_save->setToolTip(tr("Save the filter and the order in this view"));
    m_saveAsNew->setToolTip(tr("Save the filter, the order and the columns as another view"));
    m_revert->setToolTip(tr("Show this view as it was saved"));
    return foot;
}

void ViewsPanel::refresh()
{
    const bool modified = m_session.isModified();
    m_save->setVisible(modified);
    m_revert->setVisible(modified);
}

void ViewsPanel::saveAsNew()
{
    if (m_session.saveAsNew() == 0)
        m_undo.offer(tr("There are %1 views; no more are kept.").arg(models::mostSavedViews));
    else
        m_list->edit(m_list->model()->index(m_session.activeRow(), 0));
}

void ViewsPanel::remove(int row)
{
    SavedViewList &list = m_session.list();
    const QList<SavedViewList::Entry> before = list.entries();
    const QString name = list.at(row).name;
    list.remove(row);
    m_undo.offer(tr("View “%1” deleted").arg(name), [&list, before] { list.restore(before); });
}

void ViewsPanel::duplicate(int row)
{
    const qint64 key = m_session.list().add(m_session.list().at(row), row);
    if (key != 0)
        m_list->edit(m_list->model()->index(m_session.list().rowOf(key), 0));
}

void ViewsPanel::restoreStandard()
{
    SavedViewList &list = m_session.list();
    const QList<SavedViewList::Entry> before = list.entries();
    list.restoreStandard();
    m_undo.offer(tr("The standard views are back, all others are gone"),
                 [&list, before] { list.restore(before); });
}

void ViewsPanel::showMenu(int row, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row >= 0) {
        addViewActions(*menu, row);
        menu->addSeparator();
    }
    addListActions(*menu);
    menu->popup(position);
}

void ViewsPanel::addViewActions(QMenu &menu, int row)
{
    const qint64 key = m_session.list().keyAt(row);
    const auto add = [&](const QString &text, auto what) {
        QAction *action = menu.addAction(text);
        connect(action, &QAction::triggered, this, [this, key, what] {
            const int now = m_session.list().rowOf(key); // it may have moved meanwhile
            if (now >= 0)
                what(now);
        });
        return action;
    };
    const bool events = m_session.list().at(row).shows == models::SavedView::Shows::Events;
    add(tr("Show"), [this](int at) { m_session.choose(at); });
    add(tr("Mark all read"), [this](int at) { emit markReadRequested(at); })->setEnabled(events);
    menu.addSeparator();
    if (row == m_session.activeRow() && m_session.isModified()) {
        add(tr("Save"), [this](int) { m_session.save(); });
        add(tr("Revert"), [this](int) { m_session.revert(); });
    }
    add(tr("Rename…"), [this](int at) { m_list->edit(m_list->model()->index(at, 0)); });
    add(tr("Duplicate"), [this](int at) { duplicate(at); });
    add(tr("Copy as text"), [this](int at) { copyText(at); });
    add(tr("Delete"), [this](int at) { remove(at); });
}

void ViewsPanel::addListActions(QMenu &menu)
{
    const auto add = [&](const QString &text, auto what) {
        connect(menu.addAction(text), &QAction::triggered, this, what);
    };
    add(tr("Save as new view"), [this] { saveAsNew(); });
    add(tr("Copy all views as text"), [this] { copyText(-1); });
    add(tr("Paste views"), [this] { importText(QGuiApplication::clipboard()->text().toUtf8()); });
    add(tr("Export views…"), [this] { askForFile(true); });
    add(tr("Import views…"), [this] { askForFile(false); });
    menu.addSeparator();
    add(tr("Restore the standard views"), [this] { restoreStandard(); });
}

void ViewsPanel::copyText(int row)
{
    const QList<models::SavedView> all = m_session.list().views();
    const QByteArray text = models::viewsText(row < 0 ? all : QList { all[row] });
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    m_undo.offer(row < 0 ? tr("All views are on the clipboard as text")
                         : tr("View “%1” is on the clipboard as text").arg(all[row].name));
}

void ViewsPanel::importText(const QByteArray &text)
{
    const auto read = models::viewsFromText(text);
    if (!read) {
        m_undo.offer(read.error());
        return;
    }
    SavedViewList &list = m_session.list();
    const QList<SavedViewList::Entry> before = list.entries();
    const int added = list.addAll(read.value().views);
    QStringList said { tr("%n view(s) added", nullptr, added) };
    if (added < read.value().views.size())
        said.append(tr("There are %1 views; no more are kept.").arg(models::mostSavedViews));
    if (!read.value().left.isEmpty()) {
        said.append(tr("%n left out: %1", nullptr, int(read.value().left.size()))
                            .arg(read.value().left.constFirst()));
    }
    if (added > 0)
        m_undo.offer(said.join(QLatin1String(". ")), [&list, before] { list.restore(before); });
    else
        m_undo.offer(said.join(QLatin1String(". ")));
}

void ViewsPanel::askForFile(bool forExport)
{
    auto *dialog = new QFileDialog(this, forExport ? tr("Export views") : tr("Import views"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(forExport ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(forExport ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Views (*.json)"), tr("All files (*)") });
    dialog->setDefaultSuffix(QStringLiteral("json"));
    if (forExport)
        dialog->selectFile(QStringLiteral("watchfloor-views.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, forExport](const QString &file) {
        if (forExport)
            emit exportRequested(file, models::viewsText(m_session.list().views()));
        else
            emit importRequested(file);
    });
    dialog->open();
}

} // namespace views
