// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace views {

/// Bytes to read in a fixed-width font: as high as they need, at most 14 lines, then it scrolls.
/// GUI thread.
class BytesView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit BytesView(QWidget *parent = nullptr);

    void showBytes(const QByteArray &bytes, qint64 size);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 120, sizeHint().height() }; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace views
