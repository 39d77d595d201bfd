// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace views {

/// A small button that reads like a link, in the accent colour. GUI thread.
class LinkButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
};

} // namespace views
