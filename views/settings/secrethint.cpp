// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/secrethint.h"

#include "views/settings/secretclip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace views {

SecretHint::SecretHint(std::chrono::milliseconds clipboardTime, QWidget *parent)
    : QLabel(parent), m_clipboardTime(clipboardTime)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    hide();
}

void SecretHint::setDescription(const QString &description)
{
    m_description = description;
    follow();
}

void SecretHint::copySecret(const QString &text)
{
    if (text.isEmpty())
        return;
    auto *clip = new SecretClip(text, m_clipboardTime, QGuiApplication::clipboard());
    connect(clip, &SecretClip::ended, this, [this](bool cleared) {
        if (cleared)
            m_clipboardWords = tr("The clipboard has been cleared.");
        else
            m_clipboardWords.clear();
        follow();
    });
    const qint64 seconds = qMax<qint64>(
            1, std::chrono::duration_cast<std::chrono::seconds>(m_clipboardTime).count());
    m_clipboardWords =
            tr("Copied. The clipboard is cleared in %1 seconds.").arg(QLocale().toString(seconds));
    follow();
}

void SecretHint::follow()
{
    QStringList sentences;
    if (!m_description.isEmpty())
        sentences += tr("Kept %1.").arg(m_description);
    if (!m_clipboardWords.isEmpty())
        sentences += m_clipboardWords;
    setText(sentences.join(QLatin1Char('\n')));
    setVisible(!sentences.isEmpty());
}

} // namespace views
