// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/mistakeline.h"

#include "models/items/eventtext.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace views {

namespace {

QString fixText(const models::Filter::Edit &fix)
{
    const QString text = models::singleLine(fix.text, 60);
    if (text.isEmpty())
        return MistakeLine::tr("Remove it");
    if (fix.length == 0)
        return MistakeLine::tr("Add %1").arg(text);
    return MistakeLine::tr("Write %1").arg(text);
}

} // namespace

MistakeLine::MistakeLine(const QString &name, QWidget *parent)
    : QWidget(parent), m_text(plainLabel({}, this)), m_fix(new LinkButton({}, this))
{
    m_text->setObjectName(name);
    m_text->setForegroundRole(QPalette::BrightText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1);
    m_fix->setObjectName(name % u".fix");
    m_fix->setToolTip(tr("Alt+Enter in the search box does the same"));
    connect(m_fix, &QToolButton::clicked, this, &MistakeLine::fixRequested);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_text, 1);
    line->addWidget(m_fix, 0, Qt::AlignTop);
    hide();
}

void MistakeLine::showProblem(const models::Filter::Problem &problem)
{
    m_text->setText(problem.text);
    m_text->setVisible(!problem.text.isEmpty());
    m_fix->setVisible(problem.fix.has_value());
    if (problem.fix) {
        QString label = fixText(*problem.fix);
        m_fix->setAccessibleName(label);
        label.replace(u'&', QStringLiteral("&&"));
        m_fix->setText(tr("%1  (Alt+Enter)").arg(label));
    }
    setVisible(!problem.text.isEmpty());
}

} // namespace views
