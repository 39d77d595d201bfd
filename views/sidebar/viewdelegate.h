// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace views {

class ViewSession;

/// Paints one saved view: its name, and how much of it is unread, else nothing; what is not saved
/// is said by a sign behind the name. GUI thread.
class ViewDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `session` must outlive it.
    ViewDelegate(const ViewSession &session, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const ViewSession &m_session;
};

} // namespace views
