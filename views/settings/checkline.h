// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"
#include "models/settings/settings.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace views {

/// The vendor's check call, filled in: the token is masked on the screen, the button asks for
/// the true line to be copied. GUI thread.
class CheckLine final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckLine(QWidget *parent = nullptr);

    /// `isKnown`: the secret can be filled in when the line is copied.
    void show(const models::ReceiverSettings &receiver, const models::ReceiverState &state,
              bool isKnown);

signals:
    void copyRequested();

private:
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
};

} // namespace views
