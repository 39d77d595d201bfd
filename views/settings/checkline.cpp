// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/checkline.h"

#include "views/settings/checkcommand.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace views {
namespace {

constexpr int linesHigh = 5;
constexpr int maskLength = 8;

} // namespace

CheckLine::CheckLine(QWidget *parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)), m_copy(new QPushButton(tr("Cop&y"), this))
{
    m_text->setObjectName(QStringLiteral("settingsDialog.check"));
    m_text->setAccessibleName(tr("Check call"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QFontMetrics metrics(m_text->font());
    m_text->setFixedHeight(linesHigh * metrics.lineSpacing()
                           + 2 * int(m_text->document()->documentMargin())
                           + 2 * m_text->frameWidth());
    m_copy->setObjectName(QStringLiteral("settingsDialog.check.copy"));
    m_copy->setAccessibleName(tr("Copy check call"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &CheckLine::copyRequested);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1, Qt::AlignTop);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    setFocusProxy(m_text);
    setFocusPolicy(Qt::StrongFocus); // else the label of a form does not lead here
}

void CheckLine::show(const models::ReceiverSettings &receiver, const models::ReceiverState &state,
                     bool isKnown)
{
    const QString masked = checkCommand(receiver, state, QString(maskLength, QChar(0x2022)));
    m_copy->setEnabled(!masked.isEmpty() && isKnown);
    m_text->setPlainText(masked.isEmpty()
                                 ? tr("The line appears once the receiver has found a free port.")
                                 : masked);
}

} // namespace views
