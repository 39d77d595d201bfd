// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/valuemenu.h"

#include "models/index/eventquery.h"
#include "models/items/deliveryfacet.h"
#include "models/items/eventtext.h"
#include "models/items/facetlist.h"
#include "models/items/issuequery.h"
#include "views/widgets/icon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPersistentModelIndex>

namespace views {

namespace {

using models::FacetList;

/// A text for a menu entry: short, and its ampersands no shortcuts.
QString entryText(const QString &text)
{
    constexpr qsizetype most = 40;
    QString shown = models::singleLine(text, most);
    return shown.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ValueMenu::ValueMenu(const QString &text, QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("valueMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("What to do with %1").arg(models::singleLine(text, 40)));
}

ValueMenu::ValueMenu(const models::ValueRef &value, models::EventQuery &query, QWidget *parent)
    : ValueMenu(value.text, parent)
{
    if (value.field.field != models::Field::Any) {
        const models::Filter &filter = query.filter();
        const Marks marks { isSelected(filter, value.field, value.value),
                            isExcluded(filter, value.field, value.value) };
        addFilters(value.text, marks, true);
        using Edit = models::Filter (*)(const models::Filter &, const models::ValueField &,
                                        const QString &);
        const auto edits = [&](QAction *action, Edit edit) {
            connect(action, &QAction::triggered, &query, [&query, value, edit] {
                query.setFilter(edit(query.filter(), value.field, value.value));
            });
        };
        constexpr auto release = [](const models::Filter &now, const models::ValueField &field,
                                    const QString &name) { return released(now, field, name); };
        edits(m_include, marks.selected ? Edit(release) : Edit(models::included));
        edits(m_exclude, marks.excluded ? Edit(release) : Edit(models::excludedToo));
        edits(m_only, models::only);
        addSeparator();
    }
    addCopy(value.text);
}

ValueMenu::ValueMenu(FacetList &facet, int row, QWidget *parent)
    : ValueMenu(facet.index(row).data().toString(), parent)
{
    const QPersistentModelIndex index = facet.index(row);
    const bool excluded = index.data(FacetList::ExcludedRole).toBool();
    const bool selected = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    addFilters(index.data().toString(), { selected, excluded }, facet.excludes());
    connect(m_include, &QAction::triggered, &facet,
            [&facet, index] { facet.toggleSelected(index.row()); });
    if (m_exclude) {
        connect(m_exclude, &QAction::triggered, &facet,
                [&facet, index] { facet.toggleExcluded(index.row()); });
    }
    connect(m_only, &QAction::triggered, &facet,
            [&facet, index] { facet.selectOnly(index.row()); });
    addSeparator();
    addCopy(index.data(FacetList::PlainTextRole).toString());
}

ValueMenu::ValueMenu(models::DeliveryFacet &facet, const QString &value, QWidget *parent)
    : ValueMenu(facet.labelOf(value), parent)
{
    const bool selected = facet.isChosen(value);
    addFilters(facet.labelOf(value), { selected, false }, facet.excludes());
    connect(m_include, &QAction::triggered, &facet,
            [&facet, value, selected] { selected ? facet.release(value) : facet.choose(value); });
    connect(m_only, &QAction::triggered, &facet, [&facet, value] { facet.choose(value, true); });
    addSeparator();
    addCopy(facet.labelOf(value));
}

ValueMenu::ValueMenu(const models::ValueRef &value, const QString &label, models::IssueQuery &query,
                     QWidget *parent)
    : ValueMenu(label.isEmpty() ? value.text : label, parent)
{
    if (const auto known = models::readIssueValue(value.value)) {
        const models::IssueFilter &filter = query.filter();
        const Marks marks { filter.has(*known), filter.excluded.has(*known) };
        addFilters(label, marks, true);
        using Edit =
                models::IssueFilter (*)(const models::IssueFilter &, const models::IssueValue &);
        const auto edits = [&query, known](QAction *action, Edit edit) {
            connect(action, &QAction::triggered, &query,
                    [&query, known, edit] { query.setFilter(edit(query.filter(), *known)); });
        };
        edits(m_include, marks.selected ? Edit(models::released) : Edit(models::included));
        edits(m_exclude, marks.excluded ? Edit(models::released) : Edit(models::excludedToo));
        edits(m_only, models::only);
        addSeparator();
    }
    addCopy(value.text);
}

void ValueMenu::addFilters(const QString &text, Marks marks, bool excludes)
{
    const QString shown = text.isEmpty() ? tr("no value") : QString(u'“' % entryText(text) % u'”');
    m_include = addAction(tr("&Include %1").arg(shown));
    m_include->setObjectName(QStringLiteral("valueMenu.include"));
    m_include->setCheckable(marks.selected);
    m_include->setChecked(marks.selected);
    if (excludes) {
        m_exclude = addAction(tr("&Exclude %1").arg(shown));
        m_exclude->setObjectName(QStringLiteral("valueMenu.exclude"));
        m_exclude->setCheckable(marks.excluded);
        m_exclude->setChecked(marks.excluded);
    }
    m_only = addAction(views::icon(QLatin1String("filter")), tr("&Only %1").arg(shown));
    m_only->setObjectName(QStringLiteral("valueMenu.only"));
}

void ValueMenu::addCopy(const QString &text)
{
    QAction *copy = addAction(views::icon(QLatin1String("copy")), tr("&Copy value"));
    copy->setObjectName(QStringLiteral("valueMenu.copy"));
    copy->setEnabled(!text.isEmpty());
    connect(copy, &QAction::triggered, this,
            [text] { QGuiApplication::clipboard()->setText(text); });
}

} // namespace views
