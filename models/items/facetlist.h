// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace models {

/// One value of a facet as a list shows it.
struct FacetEntry
{
    QString value;
    QString label; ///< for people, one line
    qint64 key = -1; ///< how the facet finds the value again, if that is not `value`
    qint64 matching = 0;
    std::optional<qint64> open = {}; ///< of the matching; nothing where that says nothing
    std::optional<qint64> total = {}; ///< in all; nothing where only matches are known
    bool selected = false;
    bool excluded = false;
    bool operator==(const FacetEntry &) const = default;

    bool marked() const { return selected || excluded; }
};

/// One facet as a checkable list. It holds the best few of its values, or some hundred when all
/// are asked for or searched, and always those that are selected or excluded; what a gesture
/// means for the filter, and which values there are, is the matter of the facet. Counts follow
/// at once, but rows keep their places, so that nothing moves under the pointer: order changes
/// on sortRows(). Inactive (folded away) it holds no row and costs nothing. GUI thread.
class FacetList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    static constexpr int few = 8; ///< rows at first
    static constexpr int most = 300; ///< rows when all are asked for, or while searching

    enum Role {
        ValueRole = Qt::UserRole + 1, ///< QString
        MatchingRole, ///< qlonglong
        TotalRole, ///< qlonglong; invalid where only matches are known
        OpenRole, ///< qlonglong; invalid where it says nothing
        ExcludedRole, ///< bool
        PlainTextRole, ///< QString, the value for the clipboard
    };
    /// Whose shapes stand before the labels.
    enum class Shapes : quint8 { None, Severities, Results };

    virtual QString title() const = 0;
    /// A stable word for object names and settings.
    virtual QString name() const = 0;
    virtual Shapes shapes() const { return Shapes::None; }
    /// Whether a person is spared its rows until they ask for them.
    virtual bool foldedAtFirst() const { return false; }
    /// Whether values can be excluded.
    virtual bool excludes() const { return false; }
    /// How many values there are, whatever the rows.
    virtual qsizetype size() const = 0;
    /// How many values or patterns the filter names; also while inactive.
    virtual int marks() const = 0;
    /// Selects and excludes nothing.
    virtual void clear() = 0;

    bool active() const { return m_active; }
    void setActive(bool active);
    bool all() const { return m_all; }
    void setAll(bool all);
    void setSearch(const QString &text);

    /// Selects a value; takes back what is selected or excluded.
    void toggle(int row);
    /// Selects a value, also an excluded one, or no longer.
    void toggleSelected(int row);
    /// Selects only this value, or any when it was the only one.
    void selectOnly(int row);
    bool isOnly(int row) const;
    /// Excludes a value, or no longer.
    void toggleExcluded(int row);
    /// Puts the rows in order and replaces those that are no longer among the best.
    void sortRows();

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the label; ToolTipRole and AccessibleTextRole: with its counts in words;
    /// CheckStateRole: checked, partially checked for an excluded one; the roles above.
    QVariant data(const QModelIndex &index, int role) const override;
    /// CheckStateRole: any state but the present one is toggle().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// Marks, or how many values there are, may have changed.
    void summaryChanged();

protected:
    enum class Gesture : quint8 { Select, Release, Exclude, Only };

    /// The best values, at most so many, but all that are marked.
    virtual std::vector<FacetEntry> pick(int count, const QString &search) const = 0;
    /// The same values with their present counts and marks; nothing for one that is gone.
    virtual std::vector<std::optional<FacetEntry>> recount(
            const std::vector<FacetEntry> &entries) const = 0;
    virtual void apply(const FacetEntry &entry, Gesture gesture) = 0;
    /// What goes to the clipboard.
    virtual QString plainText(const FacetEntry &entry) const { return entry.label; }
    /// The counts of a value in words.
    virtual QString countWords(const FacetEntry &entry) const = 0;

    /// Something changed: brings the rows up to date; `marks`: what is marked may have changed.
    void refresh(bool marks);

private:
    const FacetEntry *at(int row) const;
    int limit() const { return m_all || !m_search.isEmpty() ? most : few; }
    void removeRow(int row);
    void append(std::vector<FacetEntry> &&added);
    void refreshCounts();

    std::vector<FacetEntry> m_rows;
    QString m_search;
    qsizetype m_known = 0; ///< values there were when rows were last picked
    bool m_active = true;
    bool m_all = false;
};

} // namespace models
