// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <chrono>

class QLabel;
class QLineEdit;
class QPushButton;

namespace views {

class SecretHint;

/// The address with a secret in its path. The secret is always made here, never typed, and can be
/// seen until it is put to use, not later. It is a row of dots on the screen unless it is asked
/// for, and again as soon as the window is left. GUI thread.
class UrlField final : public QWidget
{
    Q_OBJECT
public:
    /// `clipboardTime`: how long a copied secret stays on the clipboard.
    explicit UrlField(std::chrono::milliseconds clipboardTime, QWidget *parent = nullptr);

    /// What is in use. `secret`: its text where that is still known; `isSet`: there is one.
    void load(bool isSet, const QString &secret);
    /// What stands before the secret: "https://host:8787/hook/".
    void setBase(const QString &base);
    void setSecretDescription(const QString &description);

    /// The text of the secret; empty: not known.
    QString secret() const { return m_secret; }
    /// It was made here and is not in use yet.
    bool isFresh() const { return m_isFresh; }
    /// It was shown or copied.
    bool isTaken() const { return m_isTaken; }
    QWidget *field() const;
    /// Copies a text that holds the secret and says so.
    void copySecret(const QString &text);

signals:
    void edited();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void follow();

    bool m_isSet = false;
    bool m_isFresh = false;
    bool m_isTaken = false;
    QString m_base;
    QString m_secret;
    QLabel *m_words;
    QLineEdit *m_address;
    QPushButton *m_show;
    QPushButton *m_copy;
    QPushButton *m_make;
    SecretHint *m_hint;
};

} // namespace views
