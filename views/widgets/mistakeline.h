// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <QWidget>

class QLabel;

namespace views {

class LinkButton;

/// What is wrong with an expression, and the change that most likely cures it as a button beside
/// it. Hidden where nothing is wrong. GUI thread.
class MistakeLine final : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the object name of the text; the button's is that with ".fix" behind.
    explicit MistakeLine(const QString &name, QWidget *parent = nullptr);

    /// A problem without words hides the line.
    void showProblem(const models::Filter::Problem &problem);

signals:
    void fixRequested();

private:
    QLabel *m_text;
    LinkButton *m_fix;
};

} // namespace views
