// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/filefield.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace views {
namespace {

constexpr int longestPath = 4096; // PATH_MAX of Linux

} // namespace

FileField::FileField(const QString &objectName, const QString &name, const QString &browseText,
                     QWidget *parent)
    : QWidget(parent), m_name(name), m_edit(new QLineEdit(this))
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(name);
    m_edit->setMaxLength(longestPath);
    m_edit->setPlaceholderText(tr("PEM file"));
    auto *browse = new QPushButton(browseText, this);
    browse->setObjectName(objectName + QLatin1String(".browse"));
    browse->setAccessibleName(tr("Choose: %1").arg(name));
    browse->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(8);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit, 1);
    row->addWidget(browse);
    setFocusProxy(m_edit);
    setFocusPolicy(Qt::StrongFocus); // else the label of a form does not lead here
    connect(m_edit, &QLineEdit::textEdited, this, &FileField::edited);
    connect(browse, &QPushButton::clicked, this, &FileField::browse);
}

QString FileField::path() const
{
    return m_edit->text().trimmed();
}

void FileField::setPath(const QString &path)
{
    m_edit->setText(path);
}

void FileField::browse()
{
    auto *dialog = new QFileDialog(this, m_name, QFileInfo(path()).absolutePath(),
                                   tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"));
    dialog->setObjectName(m_edit->objectName() + QLatin1String(".dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        setPath(file);
        m_edit->setFocus();
        emit edited();
    });
    dialog->open();
}

} // namespace views
