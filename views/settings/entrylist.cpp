// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/entrylist.h"

#include "views/keys/dialogkeys.h"
#include "views/settings/problemlabel.h"
#include "views/widgets/plaintext.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace views {

EntryList::EntryList(const Words &words, Judge judge, QWidget *parent)
    : QWidget(parent), m_judge(std::move(judge)), m_entries(new QListWidget(this)),
      m_remove(new QPushButton(words.removeText, this)), m_new(new QLineEdit(this)),
      m_add(new QPushButton(words.addText, this)), m_problem(new ProblemLabel(m_new, this))
{
    build(words);
    connect(m_add, &QPushButton::clicked, this, &EntryList::add);
    connect(m_remove, &QPushButton::clicked, this, &EntryList::remove);
    connect(m_new, &QLineEdit::textChanged, this, &EntryList::follow);
    connect(m_new, &QLineEdit::textEdited, this, &EntryList::edited);
    connect(m_entries, &QListWidget::currentRowChanged, this, &EntryList::follow);
    follow();
}

void EntryList::build(const Words &words)
{
    m_entries->setObjectName(words.objectName);
    m_entries->setAccessibleName(words.listName);
    m_entries->setUniformItemSizes(true);
    m_entries->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_remove->setObjectName(words.objectName + QLatin1String(".remove"));
    m_remove->setAccessibleName(words.removeName);
    m_remove->setAutoDefault(false);
    m_new->setObjectName(words.objectName + QLatin1String(".new"));
    m_new->setAccessibleName(words.newName);
    m_new->setPlaceholderText(words.placeholder);
    m_new->setMaxLength(words.longest);
    m_add->setObjectName(words.objectName + QLatin1String(".add"));
    m_add->setAccessibleName(words.addName);
    m_add->setAutoDefault(false);
    QLabel *heading = plainLabel(words.heading, this);
    heading->setBuddy(m_entries);
    heading->setWordWrap(true);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(heading, 0, 0, 1, 2);
    grid->addWidget(m_entries, 1, 0);
    grid->addWidget(m_remove, 1, 1, Qt::AlignTop);
    grid->addWidget(m_new, 2, 0);
    grid->addWidget(m_add, 2, 1);
    grid->addWidget(m_problem, 3, 0, 1, 2);
}

void EntryList::setEntries(const QStringList &entries)
{
    m_entries->clear();
    m_entries->addItems(entries);
    m_new->clear();
    follow();
}

QStringList EntryList::entries() const
{
    QStringList entries;
    for (int row = 0; row < m_entries->count(); ++row)
        entries += m_entries->item(row)->text();
    if (!typed().isEmpty())
        entries += typed();
    entries.removeDuplicates();
    return entries;
}

QString EntryList::typed() const
{
    return m_new->text().trimmed().toLower();
}

QWidget *EntryList::showProblem(const QString &text)
{
    m_problem->addProblem(text);
    return m_new;
}

void EntryList::clearProblems()
{
    m_problem->clearProblems();
}

void EntryList::keyPressEvent(QKeyEvent *event)
{
    if (isPressed(DialogKey::AddEntry, *event) && m_new->hasFocus() && !typed().isEmpty())
        add(); // Enter in the field adds and does not close the dialog
    else if (isPressed(DialogKey::RemoveEntry, *event) && m_entries->hasFocus())
        remove();
    else
        QWidget::keyPressEvent(event);
}

void EntryList::add()
{
    const QString entry = typed();
    if (entry.isEmpty())
        return;
    clearProblems();
    if (const QString problem = m_judge(entry); !problem.isEmpty()) {
        m_problem->addProblem(problem);
        m_new->setFocus();
        return;
    }
    if (m_entries->findItems(entry, Qt::MatchFixedString).isEmpty())
        m_entries->addItem(entry);
    m_new->clear();
    emit edited();
}

void EntryList::remove()
{
    if (m_entries->currentRow() < 0)
        return;
    delete m_entries->takeItem(m_entries->currentRow());
    emit edited();
}

void EntryList::follow()
{
    m_add->setEnabled(!typed().isEmpty());
    m_remove->setEnabled(m_entries->currentRow() >= 0);
}

} // namespace views
