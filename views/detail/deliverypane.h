// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace views {

class Badge;
class RefusedPart;

/// One request whole: what became of it and why, what to do, its head and bodies, and for each
/// refused part the way to accept it after all. GUI thread.
class DeliveryPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DeliveryPane(QWidget *parent = nullptr);

    /// The shown request's id; 0 where none is shown.
    qint64 deliveryId() const { return m_detail ? m_detail->record.id : 0; }
    /// Shows a request; the same again keeps the place.
    void showDelivery(const models::DeliveryDetail &detail);
    void clear();
    void showAccepted(qint64 delivery, int position, qint64 event);
    void showAcceptFailed(qint64 delivery, int position, const QString &reason);
    QSize sizeHint() const override;

signals:
    void acceptRequested(qint64 delivery, int position);
    void eventRequested(qint64 id);
    /// Something is on the clipboard now; `what` names it for a status line.
    void copied(const QString &what);

private:
    void fill();
    void addHeading(const QString &text);
    void addText(const QString &text, const QString &name);
    void addBytes(const QString &name, const QByteArray &bytes, qint64 size);
    void addEvents();
    void copy();
    RefusedPart *partAt(qint64 delivery, int position) const;

    std::optional<models::DeliveryDetail> m_detail;
    QStackedWidget *m_pages;
    Badge *m_result;
    Badge *m_status;
    QLabel *m_title;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace views
