// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"
#include "models/jsontree/jsontreemodel.h"
#include "views/detail/jsonpage.h"

#include <QTreeView>

namespace views {

/// JSON as a tree of names and values. The text is taken apart when the tree is first looked at.
/// GUI thread.
class JsonTreeView final : public QTreeView, public JsonPage
{
    Q_OBJECT
public:
    explicit JsonTreeView(QWidget *parent = nullptr);

    void setJson(const QString &text) override;
    int find(const QString &text) override;
    int step(int by) override;
    QString path() const override;
    /// Whether the tree has all of the text.
    bool isComplete() const { return m_model.tree().isComplete(); }

signals:
    void pathChanged();
    /// The person asks what can be done with the value under the pointer or at the cursor.
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

protected:
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void take();

    models::JsonTreeModel m_model;
    QString m_text;
    bool m_taken = true; ///< the model shows m_text
    QString m_wanted;
    QList<int> m_matches; ///< nodes
    int m_current = -1;
};

} // namespace views
