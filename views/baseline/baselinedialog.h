// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/baselinemodel.h"

#include <QDialog>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;

namespace views {

/// Compares what is known with a list of the issues that are open in the portal, which a feed of
/// changes cannot know by itself: open there but never received, open here but closed there, the
/// other way round, agreed. Reading is the matter of who listens to compareRequested(). GUI thread.
class BaselineDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `index` must outlive the dialog.
    explicit BaselineDialog(const models::EventIndex &index, QWidget *parent = nullptr);

public slots:
    void showResult(const std::shared_ptr<const models::ComparedBaseline> &compared);
    /// Why the file could not be read.
    void showFailure(const QString &reason);

signals:
    /// A file was chosen (its path): it should be read and compared, showResult() or showFailure()
    /// follows.
    void compareRequested(const QString &file);
    /// The person does not want to wait.
    void cancelRequested();
    /// An issue should be shown (its place in the board).
    void issueRequested(quint32 place);
    /// Something is on the clipboard now, named for a status line.
    void copied(const QString &what);

private:
    void makeList();
    QWidget *makeTopRow();
    QWidget *makeButtons();
    void chooseFile();
    void setReading(bool reading);
    /// Words above the list of differences, or alone where nothing was compared.
    void showWords(const QString &words, bool withList = false);
    /// What the dialog is for, and what a list looks like.
    static QString explanation();

    models::BaselineModel m_model;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QListView *m_list;
};

} // namespace views
