// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/completion.h"

#include <QFrame>

class QListView;

namespace views {

class CompletionRows;

/// The list of suggestions below a line of text, drawn over what is there. It never takes the
/// focus: whoever shows it passes the keys on. GUI thread.
class CompletionPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit CompletionPopup(QWidget *parent);

    /// Shows suggestions below `anchor`, none of them chosen; no list hides it.
    void offer(const QList<models::Completion> &list, QWidget &anchor);
    /// Chooses the row that lies `steps` further; round at the ends.
    void move(int steps);
    /// The chosen suggestion, or else the first.
    const models::Completion &current() const;
    bool hasChosen() const;
    QString chosenText() const; ///< with its meaning, for those who hear it

signals:
    /// A suggestion was clicked.
    void picked(const models::Completion &completion);

private:
    void place(QWidget &anchor);

    CompletionRows *m_rows;
    QListView *m_list;
};

} // namespace views
