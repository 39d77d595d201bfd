// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/textdiff.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace views {

/// One whole value as plain text below a title, with marked parts. What cannot be seen shows as
/// a sign; at most 64 Ki characters. GUI thread.
class ValuePane final : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the object name of the text.
    ValuePane(const QString &title, const QString &name, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// `marks` are parts of `text`.
    void show(const QString &text, const QList<models::TextSpan> &marks);
    /// Shows a sentence in the value's place.
    void showNothing(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintMarks();

    QLabel *m_title;
    QPlainTextEdit *m_text;
    QList<models::TextSpan> m_marks;
};

} // namespace views
