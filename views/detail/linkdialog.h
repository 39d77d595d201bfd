// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/safeurl.h"

#include <QDialog>

class QCheckBox;

namespace views {

/// Shows a link that does not open by itself: where it leads (the parsed host, large), the
/// whole address, why it was stopped, and what can be done. Cancel is the default. Everything is
/// plain text. Show it with open(); it deletes itself when closed. GUI thread.
class LinkDialog final : public QDialog
{
    Q_OBJECT
public:
    LinkDialog(const QString &rawUrl, const models::SafeUrl &url, QWidget *parent);
    /// Says why opening an address failed.
    LinkDialog(const QString &rawUrl, const QString &failure, QWidget *parent);

signals:
    /// The person agreed; `allowHost`: also for the time to come, to exactly this host.
    void openConfirmed(bool allowHost);

private:
    void build(const QString &heading, const QString &host, const QString &rawUrl,
               const QString &reason);
    void addButtons(const QString &rawUrl, bool canOpen);

    QCheckBox *m_allow = nullptr;
};

} // namespace views
