// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filtercompleter.h"
#include "models/index/filterhistory.h"

#include <QObject>
#include <QPointer>

class QAction;
class QKeyEvent;

namespace views {

class CompletionPopup;
class FilterEdit;

/// Suggestions for the search box while one types: Down and Up choose, Tab or Enter accepts,
/// Escape closes the list alone. Ctrl+Space, Up and the clock at the right ask for them; the
/// focus never leaves the box. Keeps the last filters. GUI thread.
class FilterCompletion final : public QObject
{
    Q_OBJECT
public:
    /// `completer` must outlive this; `edit` becomes its owner.
    FilterCompletion(FilterEdit &edit, models::FilterCompleter &completer);
    ~FilterCompletion() override;

    /// The last filters, newest first: to be kept across starts.
    const QStringList &recent() const { return m_history.entries(); }
    void restoreRecent(const QStringList &entries) { m_history.restore(entries); }
    /// A filter was used.
    void remember(const models::Filter &filter) { m_history.add(filter); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool pressed(const QKeyEvent &event);
    void ask(bool byHand);
    void showRecent();
    void show(const models::FilterContext &context, const QList<models::Completion> &list);
    void accept(const models::Completion &completion);
    void close();
    bool open() const;
    void tellChosen();

    FilterEdit &m_edit;
    models::FilterCompleter &m_completer;
    models::FilterHistory m_history;
    QPointer<CompletionPopup> m_popup; // a child of the window
    models::FilterContext m_context;
    bool m_byHand = false; ///< asked for, so that an empty word has suggestions, too
    bool m_wanted = false;
};

} // namespace views
