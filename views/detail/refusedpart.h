// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace views {

class BytesView;

/// A part of a body that was refused: why, its bytes, and the way to make an event of it after
/// all: a button that asks back in its own place, since it cannot be undone. GUI thread.
class RefusedPart final : public QWidget
{
    Q_OBJECT
public:
    explicit RefusedPart(const models::RefusedPartRecord &part, QWidget *parent = nullptr);

    int position() const { return m_part.position; }
    /// An event was made of it.
    void showAccepted(qint64 event);
    /// It could not be made; says why and offers it again.
    void showFailed(const QString &reason);

signals:
    void acceptRequested(int position);
    void eventRequested(qint64 id);

private:
    enum class Step : quint8 { Offered, Asking, Waiting, Accepted };
    void showStep(Step step);

    models::RefusedPartRecord m_part;
    QLabel *m_question;
    QPushButton *m_offer;
    QPushButton *m_accept;
    QPushButton *m_cancel;
    QToolButton *m_show;
};

} // namespace views
