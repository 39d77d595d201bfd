// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/baseline/baselinedialog.h"

#include "views/widgets/plaintext.h"
#include "views/widgets/sectiondelegate.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

namespace {
constexpr int grid = 8;
} // namespace

BaselineDialog::BaselineDialog(const models::EventIndex &index, QWidget *parent)
    : QDialog(parent), m_model(index), m_words(plainLabel({}, this)),
      m_progress(new QProgressBar(this)), m_choose(new QPushButton(tr("Choose a &file…"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_list(new QListView(this))
{
    setObjectName(QStringLiteral("baselineDialog"));
    setWindowTitle(tr("Compare with a list of open issues"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    rows->setSpacing(grid);
    rows->addWidget(makeTopRow());
    m_words->setObjectName(QStringLiteral("baselineDialog.words"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setContentsMargins(0, grid, 0, grid);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    rows->addWidget(m_words);
    makeList();
    rows->addWidget(m_list, 1);
    rows->addWidget(makeButtons());
    setReading(false);
    showWords(explanation());
    connect(this, &QDialog::finished, this, &BaselineDialog::cancelRequested);
    resize(760, 640);
}

QString BaselineDialog::explanation()
{
    const QStringList parts {
        tr("The feed tells changes only, so what was open before it began is not known. A list "
           "of the open issues that the portal exports closes that gap."),
        tr("What the list can be:\n"
           "\u2022  CSV, whose first line names the columns\n"
           "\u2022  JSON Lines, an object a line\n"
           "Each entry needs a uuid or an id; title, asset, severity and date_created are shown "
           "where they are there. For example:"),
        QStringLiteral("uuid,title,asset,severity,date_created\n"
                       "924f1fb0-\u2026,Certificate expires soon,example.com,URGENT,2026-03-01"),
        tr("What you will see:\n"
           "\u2022  what is open there, but was never received here\n"
           "\u2022  what is open on one side only\n"
           "\u2022  how many both sides agree on"),
        tr("Nothing of the list is stored.")
    };
    return parts.join(QStringLiteral("\n\n"));
}

QWidget *BaselineDialog::makeTopRow()
{
    auto *top = new QWidget(this);
    top->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid);
    m_choose->setObjectName(QStringLiteral("baselineDialog.choose"));
    m_choose->setAccessibleName(tr("Choose a file"));
    m_choose->setDefault(true);
    connect(m_choose, &QPushButton::clicked, this, &BaselineDialog::chooseFile);
    m_progress->setObjectName(QStringLiteral("baselineDialog.progress"));
    m_progress->setAccessibleName(tr("Reading the list"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("baselineDialog.cancel"));
    m_cancel->setAccessibleName(tr("Cancel reading"));
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        emit cancelRequested();
        setReading(false);
        showWords(tr("Cancelled; nothing was compared."));
    });
    line->addWidget(m_choose);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addStretch();
    return top;
}

void BaselineDialog::makeList()
{
    m_list->setObjectName(QStringLiteral("baselineDialog.list"));
    m_list->setAccessibleName(tr("Differences"));
    setUpSections(*m_list, m_model);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const int place = index.data(models::SectionList::PlaceRole).toInt();
        if (place >= 0)
            emit issueRequested(quint32(place));
    });
}

QWidget *BaselineDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("Copy for a spreadsheet"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("baselineDialog.copy"));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_model.rowsText());
        emit copied(tr("The differences are on the clipboard"));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void BaselineDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("List of open issues"));
    dialog->setObjectName(QStringLiteral("baselineDialog.file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Lists (*.jsonl *.json *.csv *.tsv *.txt)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        setReading(true);
        emit compareRequested(file);
    });
    dialog->open();
}

void BaselineDialog::setReading(bool reading)
{
    m_progress->setVisible(reading);
    m_cancel->setVisible(reading);
    m_choose->setEnabled(!reading);
}

void BaselineDialog::showResult(const std::shared_ptr<const models::ComparedBaseline> &compared)
{
    setReading(false);
    m_model.show(compared);
    showWords(m_model.summary(), true);
    m_list->scrollToTop();
}

void BaselineDialog::showFailure(const QString &reason)
{
    setReading(false);
    showWords(reason);
}

void BaselineDialog::showWords(const QString &words, bool withList)
{
    m_words->setText(words);
    m_list->setVisible(withList);
    m_copy->setEnabled(withList);
}

} // namespace views
