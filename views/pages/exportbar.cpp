// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/exportbar.h"

#include "models/ports/deliveryarchive.h"
#include "views/widgets/messagebar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>

namespace views {

using models::DeliveryArchive;

ExportBar::ExportBar(DeliveryArchive &archive, QWidget *parent)
    : QWidget(parent), m_archive(archive), m_bar(new MessageBar(this))
{
    setObjectName(QStringLiteral("deliveriesPage.export"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    hide();
    connect(m_bar, &MessageBar::actionRequested, this, [this] { m_archive.cancelExport(); });
    connect(m_bar, &MessageBar::closed, this, &QWidget::hide);
    connect(&archive, &DeliveryArchive::exportProgress, this, &ExportBar::showProgress);
    connect(&archive, &DeliveryArchive::exported, this, &ExportBar::finish);
}

void ExportBar::ask(const models::DeliveryFilter &filter)
{
    if (m_running)
        return;
    auto *dialog = new QFileDialog(this, tr("Export requests"));
    dialog->setObjectName(QStringLiteral("deliveriesPage.exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("JSON Lines (*.jsonl)"), tr("Comma-separated values (*.csv)") });
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(QStringLiteral("requests.jsonl"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &name) {
        const bool csv = name.contains(QLatin1String("*.csv"));
        dialog->setDefaultSuffix(csv ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, filter](const QString &file) { start(file, filter); });
    dialog->open();
}

void ExportBar::start(const QString &file, const models::DeliveryFilter &filter)
{
    if (m_running || file.isEmpty())
        return;
    m_running = true;
    m_done = 0;
    m_bar->setLevel(NoticeLevel::Information);
    m_bar->setClosable(false);
    m_bar->showMessage(tr("Exporting to %1").arg(QFileInfo(file).fileName()), tr("Cancel"));
    m_bar->showProgress(0, 1);
    show();
    m_archive.exportTo(file, filter);
}

void ExportBar::showProgress(qint64 done, qint64 total)
{
    m_done = done;
    if (m_running)
        m_bar->showProgress(done, total);
}

void ExportBar::finish(const QString &file, const QString &reason)
{
    if (!m_running)
        return;
    m_running = false;
    m_bar->showProgress(0, 0);
    m_bar->setClosable(true);
    m_bar->setLevel(reason.isEmpty() ? NoticeLevel::Information : NoticeLevel::Problem);
    if (reason.isEmpty())
        m_bar->showMessage(tr("%1 requests exported to %2").arg(QLocale().toString(m_done), file));
    else
        m_bar->showMessage(tr("Nothing was exported. %1").arg(reason));
}

} // namespace views
