// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/receiversecrets.h"

#include <QWidget>

#include <chrono>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace views {

/// What becomes of the secret before the current one: asks how long the old one stays valid when
/// a new one is coming, and says until when an earlier one is accepted, with a button to end it.
/// Nothing lasts without an end date. GUI thread.
class RotationField final : public QWidget
{
    Q_OBJECT
public:
    enum class Change {
        None, ///< the current secret stays
        Rotation, ///< a new one of the same kind comes: the old one may stay for a while
        Break ///< a new one of another kind comes: the old one cannot stay
    };

    explicit RotationField(QWidget *parent = nullptr);

    /// What is in use; forgets choices made before.
    void load(const models::ReceiverSecrets &secrets);
    void setChange(Change change);

    /// `secrets` with `fresh` in place of what is current, as the person wishes at this moment.
    models::ReceiverSecrets changed(const models::ReceiverSecrets &secrets,
                                    const models::Secret &fresh) const;
    /// `secrets` without the previous one where the person ended it.
    models::ReceiverSecrets kept(const models::ReceiverSecrets &secrets) const;

signals:
    void edited();

private:
    void build();
    void follow();

    Change m_change = Change::None;
    bool m_ended = false;
    std::optional<models::Instant> m_previousUntil;
    QLabel *m_keepLabel;
    QComboBox *m_keep;
    QLabel *m_break;
    QLabel *m_previous;
    QPushButton *m_end;
};

} // namespace views
