// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace views {

/// The path of a PEM file, typed or chosen. GUI thread.
class FileField final : public QWidget
{
    Q_OBJECT
public:
    /// `objectName`: of the line edit; the button is called `objectName`.browse. `browseText` has
    /// the mnemonic of the button.
    FileField(const QString &objectName, const QString &name, const QString &browseText,
              QWidget *parent);

    QString path() const;
    void setPath(const QString &path);
    QLineEdit *edit() const { return m_edit; }

signals:
    void edited();

private:
    void browse();

    QString m_name;
    QLineEdit *m_edit;
};

} // namespace views
