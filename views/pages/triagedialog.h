// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/triageact.h"

#include <QDialog>

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace views {

/// Asks what is to be said with an act of triage: why something is acknowledged and until when,
/// who is to work on it, a note, or until when it is to be quiet. GUI thread.
class TriageDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `kind`: Acknowledge, Assign, Note or Snooze. `issues`: how many it is about. `me`: offered
    /// for an assignment.
    TriageDialog(models::ActKind kind, int issues, const QString &me, QWidget *parent);

    /// What was said.
    models::TriageAct act() const;

    static constexpr qsizetype longestName = 200; ///< characters

signals:
    /// The person has said it.
    void confirmed(const models::TriageAct &act);

private:
    void addText(const QString &label);
    void addName(const QString &me);
    void addUntil(const QString &label, bool optional);
    void check();

    const models::ActKind m_kind;
    QPlainTextEdit *m_text = nullptr;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_hasUntil = nullptr;
    QDateTimeEdit *m_until = nullptr;
    QPushButton *m_confirm = nullptr;
};

} // namespace views
