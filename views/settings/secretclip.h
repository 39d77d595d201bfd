// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <chrono>

class QClipboard;

namespace views {

/// A secret on the clipboard that does not stay there: after `keep`, or when the program ends,
/// it is taken off, unless something else is on it by then. Clipboard histories are asked not to
/// keep it. Lives on as a child of the clipboard, so that closing a dialog does not spoil
/// pasting, and deletes itself when done. GUI thread.
class SecretClip final : public QObject
{
    Q_OBJECT
public:
    /// Puts `text` on the clipboard. Clips that came before are deleted.
    SecretClip(const QString &text, std::chrono::milliseconds keep, QClipboard *clipboard);
    ~SecretClip() override;

signals:
    /// It is over; `cleared`: the secret was still there and has been taken off.
    void ended(bool cleared);

private:
    void end();
    bool takeOff();

    QClipboard *m_clipboard;
    QString m_text;
};

} // namespace views
