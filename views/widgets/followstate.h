// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QAbstractButton>

namespace views {

/// Says whether the table follows what arrives or stands still, and since when; pressing it turns
/// that round. Receiving goes on either way, which it says, too. GUI thread.
class FollowState final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FollowState(QWidget *parent = nullptr);

    void showFollowing(bool following, models::Instant since);
    /// Whether anything is received at present; else nothing is said of it.
    void setReceiving(bool receiving);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    bool m_following = true;
    bool m_receiving = true;
    models::Instant m_since;
};

} // namespace views
