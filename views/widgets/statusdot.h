// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"

#include <QWidget>

namespace views {

/// A sign for what the receiver does, told by shape as well as colour: disc (listening), ring
/// (starting, stopped), triangle (failed). The words stand beside it. GUI thread.
class StatusDot final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusDot(QWidget *parent = nullptr);

    void showPhase(models::ReceiverState::Phase phase);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::ReceiverState::Phase m_phase = models::ReceiverState::Phase::Stopped;
};

} // namespace views
