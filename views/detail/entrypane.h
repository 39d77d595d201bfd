// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/eventwords.h"

#include <QStringList>
#include <QWidget>

class QAbstractItemModel;
class QAction;
class QListView;
class QStackedWidget;

namespace views {

class FactGrid;
class TextBlock;

/// What the pane shows of one entry of a board.
struct ShownEntry
{
    QString title;
    QString subtitle;
    QStringList notes; ///< what is worth a look
    QList<Fact> facts;
};

/// One asset or one user of the portal: what is known, what can be seen of it elsewhere, and its
/// history where it has one. The head stays put, the rest scrolls. GUI thread.
class EntryPane final : public QWidget
{
    Q_OBJECT
public:
    struct Parts
    {
        QString name; ///< object name, before a dot also that of the parts
        QString nothing; ///< what stands there while nothing is selected
        QList<QAction *> actions; ///< a button each
        QAbstractItemModel *history = nullptr; ///< by the roles of models::TimelineModel
    };
    explicit EntryPane(const Parts &parts, QWidget *parent = nullptr);

    void showEntry(const ShownEntry &entry);
    void clear();
    QSize sizeHint() const override;

signals:
    /// An event of the history should be shown (by its id).
    void eventRequested(qint64 id);

private:
    QWidget *makeHead(const Parts &parts);
    QWidget *makeBody(const Parts &parts);
    QWidget *makeHistory(const Parts &parts);

    QStackedWidget *m_pages;
    TextBlock *m_title;
    TextBlock *m_subtitle;
    TextBlock *m_notes;
    FactGrid *m_facts;
};

} // namespace views
