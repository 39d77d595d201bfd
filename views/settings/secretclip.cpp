// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/secretclip.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QMimeData>
#include <QTimer>

namespace views {

SecretClip::SecretClip(const QString &text, std::chrono::milliseconds keep, QClipboard *clipboard)
    : QObject(clipboard), m_clipboard(clipboard), m_text(text)
{
    const auto earlier =
            clipboard->findChildren<SecretClip *>(QString(), Qt::FindDirectChildrenOnly);
    for (SecretClip *clip : earlier) {
        if (clip != this)
            delete clip; // this one watches now
    }
    auto *data = new QMimeData;
    data->setText(text);
    // KeePassXC and Klipper agree on this hint: do not keep it in a history.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    clipboard->setMimeData(data);
    QTimer::singleShot(keep, this, &SecretClip::end);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClip::end);
}

SecretClip::~SecretClip() = default;

void SecretClip::end()
{
    emit ended(takeOff());
    deleteLater();
}

bool SecretClip::takeOff()
{
    if (m_text.isEmpty() || m_clipboard->text() != m_text)
        return false;
    m_clipboard->clear();
    m_text.clear();
    return true;
}

} // namespace views
