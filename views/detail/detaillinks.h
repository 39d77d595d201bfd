// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/safeurl.h"

#include <QListWidget>

namespace views {

/// The links of an event: what each leads to, its parsed host, and whether it opens at once. A
/// click, Enter or the space bar asks for it to be opened; the context menu and Ctrl+C copy it.
/// It opens nothing itself. GUI thread.
class DetailLinks final : public QListWidget
{
    Q_OBJECT
public:
    enum Role {
        UrlRole = Qt::UserRole, ///< QString, raw
        LabelRole, ///< QString, "Violation"
        HostRole, ///< QString
        NoteRole, ///< QString, "asks first", "not opened" or empty
    };

    explicit DetailLinks(QWidget *parent = nullptr);

    /// Shows the links; beyond 50 they are left to the raw JSON.
    void show(const QList<models::Link> &links, models::Family family,
              const models::LinkPolicy &policy);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void openRequested(const QString &rawUrl);
    void copyRequested(const QString &rawUrl);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace views
