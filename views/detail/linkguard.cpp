// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/linkguard.h"

#include "views/detail/linkdialog.h"

#include <QWidget>

namespace views {
namespace {

using Verdict = models::SafeUrl::Verdict;

} // namespace

LinkGuard::LinkGuard(models::UrlOpener &opener, QWidget *window)
    : QObject(window), m_opener(opener), m_window(window)
{
}

void LinkGuard::open(const QString &rawUrl, const models::LinkPolicy &policy)
{
    const models::SafeUrl url = models::SafeUrl::judge(rawUrl, policy);
    if (url.verdict() == Verdict::Trusted) {
        hand(rawUrl, url);
        return;
    }
    auto *dialog = new LinkDialog(rawUrl, url, m_window);
    connect(dialog, &LinkDialog::openConfirmed, this, [this, rawUrl, url](bool allowHost) {
        if (allowHost)
            emit allowRequested(url.allowName());
        hand(rawUrl, url);
    });
    show(dialog);
}

void LinkGuard::hand(const QString &rawUrl, const models::SafeUrl &url)
{
    if (const models::Result<models::Done> opened = m_opener.open(url); !opened)
        show(new LinkDialog(rawUrl, opened.error(), m_window));
}

void LinkGuard::show(LinkDialog *dialog)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = dialog;
    dialog->open();
}

} // namespace views
