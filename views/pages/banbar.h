// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ban.h"

#include <QWidget>

class QFrame;

namespace views {

class MessageBar;

/// Who is shut out after wrong tokens, in one line with a way to let the peer in again; several
/// are listed in a small popup. Hidden while there is none. GUI thread.
class BanBar final : public QWidget
{
    Q_OBJECT
public:
    explicit BanBar(QWidget *parent = nullptr);

    void setBans(const QList<models::Ban> &bans);

signals:
    /// The peers of this group should be let in again (models::Ban::group).
    void liftRequested(const QByteArray &group);

private:
    void act();
    void showList();

    QList<models::Ban> m_bans;
    MessageBar *m_bar;
};

/// "203.0.113.7 is shut out until 12:05:10 after 10 wrong tokens". Pure; translated.
QString banText(const models::Ban &ban, models::Instant now);

} // namespace views
