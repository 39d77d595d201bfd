// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace views {

/// One clause of the filter with a cross; pressing it asks to drop the clause. Long texts are
/// elided, whole in the tool tip, never read as HTML. GUI thread.
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString &clause, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 48, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_clause; // not QAbstractButton's text: an ampersand would become a shortcut
};

} // namespace views
