// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace views {

/// The sentence below a field that says what is wrong with it; hidden while nothing is.
/// Screen readers find the sentence in the field's description as well. GUI thread.
class ProblemLabel final : public QLabel
{
    Q_OBJECT
public:
    /// `field`: what the problem is about; outlives the label.
    ProblemLabel(QWidget *field, QWidget *parent);

    QWidget *field() const { return m_field; }
    /// Adds a sentence; clear() takes all away.
    void addProblem(const QString &text);
    void clearProblems();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QWidget *m_field;
};

} // namespace views
