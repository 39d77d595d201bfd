// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <chrono>

class QLabel;
class QLineEdit;
class QPushButton;

namespace views {

/// Edits the receiver's token: hidden at first, with buttons to show, generate and copy it, and
/// a line that says where it rests and what becomes of the clipboard. GUI thread.
class TokenField final : public QWidget
{
    Q_OBJECT
public:
    /// `clipboardTime`: how long a copied secret stays on the clipboard.
    explicit TokenField(std::chrono::milliseconds clipboardTime, QWidget *parent = nullptr);

    QString token() const;
    void setToken(const QString &token);
    /// Where the token rests, in words: "in the system's secret store".
    void setSecretDescription(const QString &description);
    QLineEdit *edit() const { return m_edit; }
    /// Copies a text that holds the secret and says so.
    void copySecret(const QString &text);

signals:
    void edited();

private:
    void showHint();

    std::chrono::milliseconds m_clipboardTime;
    QLineEdit *m_edit;
    QPushButton *m_show;
    QPushButton *m_copy;
    QLabel *m_hint;
    QString m_description;
    QString m_clipboardWords;
};

} // namespace views
