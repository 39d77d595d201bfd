// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/safeurl.h"
#include "models/ports/urlopener.h"

#include <QObject>
#include <QPointer>

namespace views {

class LinkDialog;

/// Stands between a link and the browser: opens what is trusted, asks about what is not, and
/// says why for what is never opened (architecture, "One click"). GUI thread.
class LinkGuard final : public QObject
{
    Q_OBJECT
public:
    /// `opener` must outlive the guard; the guard becomes a child of `window`, over which it
    /// asks.
    LinkGuard(models::UrlOpener &opener, QWidget *window);

public slots:
    /// Judges a raw address and opens it, asks, or says why not. A question that still stands
    /// is replaced.
    void open(const QString &rawUrl, const models::LinkPolicy &policy);

signals:
    /// The person wants links to exactly this host (SafeUrl::allowName()) opened without asking
    /// from now on.
    void allowRequested(const QString &host);

private:
    void hand(const QString &rawUrl, const models::SafeUrl &url);
    void show(LinkDialog *dialog);

    models::UrlOpener &m_opener;
    QWidget *m_window;
    QPointer<LinkDialog> m_dialog;
};

} // namespace views
