// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/severity.h"
#include "models/items/linesmodel.h"
#include "views/detail/eventwords.h"

#include <QWidget>

#include <array>
#include <utility>
#include <vector>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;

namespace views {

class Badge;
class FactGrid;
class FlowLayout;
class TextBlock;

/// What the pane shows of one asset or user.
struct ShownEntry
{
    QString title;
    QString state; ///< a quiet badge; empty: none
    std::vector<std::pair<models::Severity, int>> counts; ///< badges, each level once
    QStringList marks; ///< what is worth a look, and why
    QList<Fact> facts;
    QString heading; ///< of the lines
    int lines = 0;
    models::LinesModel::LineOf lineOf;
};

/// One asset or user: what is known, what can be done, what belongs to it line by line. The head
/// stays put, the rest scrolls. GUI thread.
class BoardPane final : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the object name, before a dot also that of the parts; `hint` is said while nothing
    /// is selected.
    BoardPane(const QString &name, const QString &hint, QWidget *parent = nullptr);

    /// A button in the head that does what the action does; in the order of the calls.
    void addButton(QAction *action);
    /// The same one again keeps the place.
    void showEntry(const ShownEntry &entry, bool same);
    void clear();
    QSize sizeHint() const override;

signals:
    /// An event should be shown (by its id).
    void eventRequested(qint64 id);

private:
    QWidget *makeHead();
    QWidget *makeBody();

    models::LinesModel m_lines;
    QStackedWidget *m_pages;
    TextBlock *m_title;
    Badge *m_state;
    std::array<Badge *, models::severityCount> m_counts {};
    QWidget *m_badges;
    QWidget *m_buttons;
    FlowLayout *m_flow;
    TextBlock *m_marks;
    FactGrid *m_facts;
    QLabel *m_heading;
    QListView *m_list;
};

} // namespace views
