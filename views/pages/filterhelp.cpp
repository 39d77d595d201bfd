// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/filterhelp.h"

#include "models/index/filterhelp.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterHelp)
};

} // namespace

void showFilterHelp(QWidget &parent)
{
    const QString name = QStringLiteral("filterHelp");
    QWidget *window = parent.window(); // its pages share one
    auto *dialog = window->findChild<QDialog *>(name);
    if (!dialog) {
        dialog = new QDialog(window);
        dialog->setObjectName(name);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(Words::tr("Filter help"));
        auto *page = new QTextBrowser(dialog);
        page->setObjectName(QStringLiteral("filterHelp.page"));
        page->setAccessibleName(Words::tr("Filter help"));
        page->setOpenLinks(false);
        page->setFrameShape(QFrame::NoFrame);
        page->setMarkdown(models::filterHelp());
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
        QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
        auto *column = new QVBoxLayout(dialog);
        column->setContentsMargins(16, 16, 16, 16);
        column->addWidget(page);
        column->addWidget(buttons);
        dialog->resize(820, 680);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace views
