// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"

#include <QTextEdit>

namespace views {

/// Text that can be read and selected, as high as it needs to be at its width: wraps anywhere
/// where a word is too long, never scrolls itself, never reads its text as HTML. Where it is told
/// what value it shows, its context menu is asked for by a signal. GUI thread.
class TextBlock final : public QTextEdit
{
    Q_OBJECT
public:
    explicit TextBlock(QWidget *parent = nullptr);

    /// Shows `text` as it is; an equal text is left alone, so that a selection stays.
    void setText(const QString &text);
    /// Cuts what does not fit in `lines` lines with an ellipsis and shows the whole text as a
    /// tool tip. 0, as at first: no bound.
    void setMaximumLines(int lines);
    /// The value that the text shows; without a text: none.
    void setValue(const models::ValueRef &value) { m_value = value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The person asks what can be done with the value; a selected part has the usual menu.
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refit();
    QString fitting() const;

    QString m_text;
    models::ValueRef m_value;
    int m_lines = 0;
};

} // namespace views
