// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <QLineEdit>
#include <QTimer>

namespace views {

/// The search box: reads the filter language while one types. A valid text is announced after a
/// short rest or at once on Enter; a wrong one marks its wrong part and changes nothing else.
/// GUI thread.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT
public:
    /// `scope`: what its expressions ask for.
    explicit FilterEdit(QWidget *parent = nullptr,
                        models::FilterScope scope = models::FilterScope::Events);

    /// Shows a filter that was set elsewhere. A text that already means the same stays as typed.
    void showFilter(const models::Filter &filter);
    bool hasProblem() const { return m_hasProblem; }
    /// Puts a text in as if it had been typed; read at once, or after the short rest.
    void enterText(const QString &text, int cursor, bool atOnce);
    /// Does what the mistake's suggestion says; nothing where there is none. Alt+Return, too.
    void applyFix();

signals:
    void filterEntered(const models::Filter &filter);
    /// A filter that was meant: by Enter, or because it stood when the box was left.
    void filterUsed(const models::Filter &filter);
    /// What is wrong with the text, with a suggestion; without words when nothing is any more.
    void problemChanged(const models::Filter::Problem &problem);
    /// F1: the grammar should be shown.
    void helpRequested();
    /// Escape in an empty box, or Down: the person wants to leave for the table.
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    models::Filter::Parsed parsed() const { return models::Filter::parse(text(), m_scope); }
    void noteItsKeys();
    void read();
    void readUnfinished();
    void showProblem(const models::Filter::Problem &problem);
    void clearProblem();
    void use();
    void mark(qsizetype position, qsizetype length);

    const models::FilterScope m_scope;
    QTimer m_rest;
    QTimer m_patience;
    bool m_hasProblem = false;
    std::optional<models::Filter::Edit> m_fix; ///< of the problem
    bool m_edited = false; ///< since it was used last
    bool m_composing = false; ///< an input method is building a word
};

} // namespace views
