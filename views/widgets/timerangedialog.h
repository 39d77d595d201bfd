// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/timerangedrag.h"

#include <QDialog>

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace views {

/// Asks for a range of time in the person's own figures; either end may be left open. Answers by
/// rangeChosen() and goes away. GUI thread.
class TimeRangeDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Begins with `range`; ends that are open there are offered as those of `shown`.
    TimeRangeDialog(const OpenRange &range, const OpenRange &shown, QWidget *parent);

signals:
    void rangeChosen(std::optional<qint64> first, std::optional<qint64> end);

private:
    QDateTimeEdit *makeField(QCheckBox *box, std::optional<qint64> moment,
                             std::optional<qint64> offered);
    OpenRange range() const;
    void check();

    QCheckBox *m_hasFirst;
    QCheckBox *m_hasEnd;
    QDateTimeEdit *m_first;
    QDateTimeEdit *m_end;
    QLabel *m_problem;
    QPushButton *m_show;
};

} // namespace views
