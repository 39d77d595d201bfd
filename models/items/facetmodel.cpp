// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetmodel.h"

#include "models/index/filterwords.h"
#include "models/items/eventtext.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace models {

namespace {

QString valueLabel(Field field, const QString &value)
{
    const QString plain = valuePattern(value).text;
    if (field == Field::Severity) {
        const auto level = severityFromKey(plain);
        return level ? severityText(*level) : wordText(plain);
    }
    if (field == Field::Status) {
        const auto status = statusFromKey(plain);
        return status ? statusText(*status) : wordText(plain);
    }
    if (value.isEmpty()) {
        switch (field) {
        case Field::Group:
            return FacetModel::tr("(no asset group)");
        case Field::Product:
            return FacetModel::tr("(no product)");
        case Field::Type:
            return FacetModel::tr("(no type)");
        default:
            return FacetModel::tr("(empty)");
        }
    }
    if (field == Field::Product)
        return singleLine(productText(plain));
    if (field == Field::Type)
        return singleLine(typeText(plain));
    return singleLine(plain);
}

} // namespace

FacetModel::FacetModel(EventQuery &query, Field field, QObject *parent)
    : FacetList(parent), m_query(query), m_field(field), m_values(query.facet(field))
{
    m_otherClauses = query.filter().withValues(field, {}).text();
    connect(&query, &EventQuery::countsChanged, this, [this] {
        refresh();
        const QString others = m_query.filter().withValues(m_field, {}).text();
        if (others != m_otherClauses && !m_query.busy()) {
            m_otherClauses = others;
            sortRows();
        }
    });
    connect(&query, &EventQuery::filterChanged, this, &FacetModel::refresh);
}

QString FacetModel::title() const
{
    switch (m_field) {
    case Field::Group:
        return tr("Asset group");
    case Field::Product:
        return tr("Product");
    case Field::Severity:
        return tr("Severity");
    case Field::Status:
        return tr("Status");
    case Field::Type:
        return tr("Event type");
    default:
        return fieldName(m_field);
    }
}

FacetList::Shapes FacetModel::shapes() const
{
    return m_field == Field::Severity ? Shapes::Severities : Shapes::None;
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FacetValue &value = m_values[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return valueLabel(m_field, value.value);
    case Qt::ToolTipRole: {
        const QString counts =
                tr("%1 of %2")
                        .arg(QLocale().toString(value.matching), QLocale().toString(value.total));
        return QString(valueLabel(m_field, value.value) + QLatin1Char('\n') + counts);
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 events")
                .arg(valueLabel(m_field, value.value), QLocale().toString(value.matching),
                     QLocale().toString(value.total));
    case Qt::CheckStateRole:
        return static_cast<int>(value.selected ? Qt::Checked : Qt::Unchecked);
    case ValueRole:
        return value.value;
    case MatchingRole:
        return static_cast<qlonglong>(value.matching);
    case TotalRole:
        return static_cast<qlonglong>(value.total);
    default:
        return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole
        || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    const bool checked = value.toInt() == Qt::Checked;
    const auto row = static_cast<std::size_t>(index.row());
    if (m_values[row].selected == checked)
        return false;
    // The model says what is selected, so that "api" gives way to the products it stood for.
    QStringList values;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (i == row ? checked : m_values[i].selected)
            values.append(m_values[i].value);
    }
    m_query.setFilter(m_query.filter().withValues(m_field, values));
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
            | Qt::ItemNeverHasChildren;
}

void FacetModel::selectOnly(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const auto at = static_cast<std::size_t>(row);
    const auto selected = std::count_if(m_values.begin(), m_values.end(),
                                        [](const FacetValue &value) { return value.selected; });
    const bool alone = m_values[at].selected && selected == 1;
    const QStringList values = alone ? QStringList() : QStringList { m_values[at].value };
    m_query.setFilter(m_query.filter().withValues(m_field, values));
}

void FacetModel::clear()
{
    m_query.setFilter(m_query.filter().withValues(m_field, {}));
}

void FacetModel::sortRows()
{
    refresh();
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<QString> names;
    for (const QModelIndex &index : before)
        names.push_back(m_values[static_cast<std::size_t>(index.row())].value);
    m_values = m_query.facet(m_field);
    QModelIndexList after;
    for (const QString &name : names) {
        const auto found = std::find_if(m_values.begin(), m_values.end(),
                                        [&](const FacetValue &v) { return v.value == name; });
        after.append(found == m_values.end() ? QModelIndex()
                                             : index(static_cast<int>(found - m_values.begin())));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void FacetModel::refresh()
{
    QHash<QString, std::size_t> byName;
    std::vector<FacetValue> fresh = m_query.facet(m_field);
    for (std::size_t i = 0; i < fresh.size(); ++i)
        byName.insert(fresh[i].value, i);

    int firstChanged = -1;
    int lastChanged = -1;
    for (int row = rowCount() - 1; row >= 0; --row) {
        FacetValue &known = m_values[static_cast<std::size_t>(row)];
        const auto found = byName.constFind(known.value);
        if (found == byName.constEnd()) {
            beginRemoveRows({}, row, row);
            m_values.erase(m_values.begin() + row);
            endRemoveRows();
            if (lastChanged > 0)
                --lastChanged;
            if (firstChanged > 0)
                --firstChanged;
            continue;
        }
        const FacetValue &now = fresh[*found];
        if (now.matching != known.matching || now.total != known.total
            || now.selected != known.selected) {
            known = now;
            firstChanged = row;
            lastChanged = std::max(lastChanged, row);
        }
        byName.erase(found);
    }
    if (firstChanged >= 0)
        emit dataChanged(index(firstChanged), index(lastChanged));
    if (byName.isEmpty())
        return;
    std::vector<FacetValue> added;
    for (FacetValue &value : fresh) {
        if (byName.contains(value.value))
            added.push_back(std::move(value));
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_values.insert(m_values.end(), added.begin(), added.end());
    endInsertRows();
}

} // namespace models
