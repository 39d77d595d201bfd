// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <chrono>

class QLineEdit;
class QPushButton;

namespace views {

class SecretHint;

/// Edits the receiver's token: hidden at first and whenever the window is left, with buttons to
/// show, generate and copy it, and a line that says where it rests. GUI thread.
class TokenField final : public QWidget
{
    Q_OBJECT
public:
    /// `clipboardTime`: how long a copied secret stays on the clipboard.
    explicit TokenField(std::chrono::milliseconds clipboardTime, QWidget *parent = nullptr);

    /// What was typed or pasted, without a scheme word.
    QString token() const;
    void setToken(const QString &token);
    /// What the field says while it is empty: why there is nothing to see.
    void setEmptyText(const QString &text);
    /// Where the token rests, in words: "in the system's secret store".
    void setSecretDescription(const QString &description);
    QLineEdit *edit() const { return m_edit; }
    /// Copies a text that holds the secret and says so.
    void copySecret(const QString &text);

signals:
    void edited();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();

    QLineEdit *m_edit;
    QPushButton *m_show;
    QPushButton *m_generate;
    QPushButton *m_copy;
    SecretHint *m_hint;
};

} // namespace views
