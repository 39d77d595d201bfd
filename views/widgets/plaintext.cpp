// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/plaintext.h"

#include <QLabel>

namespace views {

QString plainToolTip(const QString &text)
{
    constexpr qsizetype most = 2000;
    if (text.isEmpty())
        return {};
    const QString shown = text.size() > most ? QString(text.left(most) % QChar(0x2026)) : text;
    return u"<qt><div style=\"white-space:pre-wrap\">" % shown.toHtmlEscaped() % u"</div></qt>";
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

} // namespace views
