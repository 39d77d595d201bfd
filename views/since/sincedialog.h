// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/overduepolicy.h"
#include "models/index/latestjob.h"
#include "models/items/sincemodel.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QListView;
class QPushButton;

namespace models {
class BoardKeeper;
class BoardSource;
} // namespace models

namespace views {

/// What changed between two moments, to be read on return or handed over: new, more severe, open
/// again, overdue, silent, fixed, accepted. Worked out on another thread. GUI thread.
class SinceDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Parts
    {
        models::BoardSource &source;
        models::BoardKeeper &keeper;
        const models::EventIndex &index;
        models::OverduePolicy policy;
        std::optional<models::Instant> lastVisit; ///< nothing: never, or not known
    };
    /// What `parts` refers to must outlive the dialog.
    explicit SinceDialog(const Parts &parts, QWidget *parent = nullptr);

signals:
    /// An issue should be shown (its place in the board).
    void issueRequested(quint32 place);
    /// Something is on the clipboard now, named for a status line.
    void copied(const QString &what);

private:
    QWidget *makeTimes();
    QWidget *makeButtons();
    void makeList();
    void takePreset(int preset);
    void workOut();
    void take(const models::Boards &boards, const models::SinceLeft &since);
    void copyText(bool html);

    Parts m_parts;
    models::SinceModel m_model;
    models::Instant m_begin; ///< what is compared; the fields show minutes
    models::Instant m_end;
    models::LatestJob m_job;
    QComboBox *m_presets;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_honest;
    QListView *m_list;
    QPushButton *m_markdown;
    QPushButton *m_html;
};

} // namespace views
