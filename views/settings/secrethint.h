// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <chrono>

namespace views {

/// The quiet line below a secret: where it rests and what becomes of the clipboard it was copied
/// to. Hidden while it has nothing to say. GUI thread.
class SecretHint final : public QLabel
{
    Q_OBJECT
public:
    /// `clipboardTime`: how long a copied secret stays on the clipboard.
    SecretHint(std::chrono::milliseconds clipboardTime, QWidget *parent);

    /// Where the secret rests, in words: "in the system's secret store".
    void setDescription(const QString &description);
    /// Copies a text that holds the secret and says so.
    void copySecret(const QString &text);

private:
    void follow();

    std::chrono::milliseconds m_clipboardTime;
    QString m_description;
    QString m_clipboardWords;
};

} // namespace views
