// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace views {

class ProblemLabel;

/// Edits a list of short texts: the list, a field for a new one, and buttons to add and remove.
/// Enter in the field adds, Delete in the list removes. GUI thread.
class EntryList final : public QWidget
{
    Q_OBJECT
public:
    /// Texts and names of one list.
    struct Words
    {
        QString objectName; ///< the parts are called `objectName`.new, .add and .remove
        QString heading; ///< with its mnemonic
        QString listName; ///< accessible names from here on
        QString newName;
        QString addName;
        QString removeName;
        QString placeholder;
        int longest = 253; ///< characters of an entry
        /// On the buttons; of two lists on one page, one has other mnemonics.
        QString removeText = EntryList::tr("R&emove");
        QString addText = EntryList::tr("A&dd");
    };
    /// What is wrong with a new entry, as a sentence; empty: nothing.
    using Judge = std::function<QString(const QString &)>;

    EntryList(const Words &words, Judge judge, QWidget *parent);

    void setEntries(const QStringList &entries);
    /// The entries and what is typed but not yet added: it is meant all the same.
    QStringList entries() const;
    QWidget *showProblem(const QString &text);
    void clearProblems();

signals:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Words &words);
    QString typed() const;
    void add();
    void remove();
    void follow();

    Judge m_judge;
    QListWidget *m_entries;
    QPushButton *m_remove;
    QLineEdit *m_new;
    QPushButton *m_add;
    ProblemLabel *m_problem;
};

} // namespace views
