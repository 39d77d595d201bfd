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
    /// `trustable`: whether trusting the host would make this link open without asking.
    LinkDialog(const QString &rawUrl, const models::SafeUrl &url, bool trustable, QWidget *parent);
    /// Says why opening an address failed.
    LinkDialog(const QString &rawUrl, const QString &failure, QWidget *parent);

signals:
    /// The person agreed; `trustHost`: also for the time to come.
    void openConfirmed(bool trustHost);

private:
    void build(const QString &heading, const QString &host, const QString &rawUrl,
               const QString &reason);
    void addButtons(const QString &rawUrl, bool canOpen);

    QCheckBox *m_trust = nullptr;
};

} // namespace views
