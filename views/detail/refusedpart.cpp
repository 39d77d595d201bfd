// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/refusedpart.h"

#include "models/items/deliverytext.h"
#include "models/items/eventtext.h"
#include "views/detail/bytesview.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace views {

RefusedPart::RefusedPart(const models::RefusedPartRecord &part, QWidget *parent)
    : QWidget(parent), m_part(part), m_question(plainLabel({}, this)),
      m_offer(new QPushButton(tr("Accept this one after all"), this)),
      m_accept(new QPushButton(tr("Accept"), this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_show(new LinkButton(tr("Show"), this))
{
    setObjectName(QStringLiteral("deliveryPane.part%1").arg(part.position));
    m_offer->setObjectName(QStringLiteral("deliveryPane.offer"));
    m_accept->setObjectName(QStringLiteral("deliveryPane.accept"));
    m_show->setObjectName(QStringLiteral("deliveryPane.showAccepted"));
    m_show->setAccessibleName(tr("Show the event"));
    auto *reason =
            plainLabel(tr("Part %1: %2 (%3)")
                               .arg(QLocale().toString(part.position + 1),
                                    models::singleLine(part.reason), models::bytesText(part.size)),
                       this);
    for (QLabel *label : { reason, m_question }) {
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *bytes = new BytesView(this);
    bytes->setAccessibleName(tr("Bytes of part %1").arg(part.position + 1));
    bytes->showBytes(part.bytes, part.size);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QWidget *button : QList<QWidget *> { m_offer, m_accept, m_cancel, m_show })
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(6);
    column->addWidget(reason);
    column->addWidget(bytes);
    column->addWidget(m_question);
    column->addLayout(buttons);

    connect(m_offer, &QPushButton::clicked, this, [this] {
        showStep(Step::Asking);
        m_cancel->setFocus();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { showStep(Step::Offered); });
    connect(m_accept, &QPushButton::clicked, this, [this] {
        showStep(Step::Waiting);
        emit acceptRequested(m_part.position);
    });
    connect(m_show, &QToolButton::clicked, this,
            [this] { emit eventRequested(m_part.acceptedAs); });
    showStep(Step::Offered);
    if (part.acceptedAs != 0)
        showAccepted(part.acceptedAs);
}

void RefusedPart::showStep(Step step)
{
    m_offer->setVisible(step == Step::Offered || step == Step::Waiting);
    m_offer->setEnabled(step == Step::Offered);
    m_offer->setText(step == Step::Waiting ? tr("Accepting…") : tr("Accept this one after all"));
    m_accept->setVisible(step == Step::Asking);
    m_cancel->setVisible(step == Step::Asking);
    m_show->setVisible(step == Step::Accepted);
    m_question->setForegroundRole(QPalette::WindowText);
    m_question->setVisible(step == Step::Asking || step == Step::Accepted);
    if (step == Step::Asking)
        m_question->setText(tr("Make an event of this part as it is? This cannot be undone."));
}

void RefusedPart::showAccepted(qint64 event)
{
    m_part.acceptedAs = event;
    m_question->setText(tr("Accepted as event #%1").arg(event));
    showStep(Step::Accepted);
}

void RefusedPart::showFailed(const QString &reason)
{
    showStep(Step::Offered);
    m_question->setForegroundRole(QPalette::BrightText);
    m_question->setText(tr("Not accepted: %1").arg(reason));
    m_question->show();
}

} // namespace views
