// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace views {

class EventTable;

/// The arrangement all pages share: a top row with the search box, bars below it, facets at the
/// left, the table or what stands in its place, details at the right; both sides fold away (F7,
/// F8). Actions added to the page become buttons at the right end of the top row. The first focus
/// is the table's. GUI thread.
class Page : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the object name, before a dot also that of the parts.
    Page(const QString &name, QWidget *parent);

    /// Puts a widget below the bars that there are; it becomes a child. Only after arrange().
    void addBar(QWidget *bar);

protected:
    struct Parts
    {
        QLineEdit *search;
        QList<QAction *> actions; ///< buttons beside the search box
        QList<QWidget *> bars; ///< below the top row
        QWidget *facets;
        QHBoxLayout *line; ///< above the table
        QWidget *table;
        QWidget *standIn; ///< in the table's place
        QWidget *detail;
        QList<int> sizes; ///< of the three columns
        QWidget *strip = nullptr; ///< above the line
    };
    /// Names the table, its header and the count of its rows, which gets the looks of a remark.
    void nameTable(EventTable &table, const QString &title, QLabel &count);
    /// Once, with all the parts there are.
    void arrange(const Parts &parts);
    /// Shows what stands in for the table, or the table; the focus goes along.
    void showTable(bool table);
    /// Shows the sides that are not folded, or none where there is nothing at all.
    void showSides(bool any);
    /// Unfolds the details, the first time only and unless the person folded them.
    void offerDetails();
    void unfoldDetails();
    void focusSearch();
    void focusPlace();

    void actionEvent(QActionEvent *event) override;
    void showEvent(QShowEvent *event) override;
    /// The page itself hands the focus to its table, or to what stands in its place.
    void focusInEvent(QFocusEvent *event) override;

signals:
    void foldChanged();

private:
    QWidget *makeTopRow(const Parts &parts);
    QWidget *makeMiddle(const Parts &parts);

    QHBoxLayout *m_topRow = nullptr;
    QLineEdit *m_searchBox = nullptr;
    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    QAction *m_foldLeft;
    QAction *m_foldRight;
    QStackedWidget *m_place;
    bool m_offer = true;
};

} // namespace views
