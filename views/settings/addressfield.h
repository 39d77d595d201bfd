// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace views {

/// Chooses the address to listen on: this computer only, all interfaces, or another that is
/// typed. GUI thread.
class AddressField final : public QWidget
{
    Q_OBJECT
public:
    explicit AddressField(QWidget *parent = nullptr);

    QString address() const;
    void setAddress(const QString &address);

signals:
    void edited();

private:
    void follow();

    QComboBox *m_choice;
    QLineEdit *m_other;
};

} // namespace views
