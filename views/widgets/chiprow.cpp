// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/chiprow.h"

#include "views/widgets/chip.h"
#include "views/widgets/flowlayout.h"

namespace views {

ChipRow::ChipRow(QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::showFilter(const models::Filter &filter)
{
    QStringList texts;
    QList<models::Filter> remains;
    for (const models::Filter::Clause &clause : filter.clauses()) {
        texts += clause.text;
        remains += clause.without;
    }
    showClauses(texts);
    m_remains = remains;
}

void ChipRow::showClauses(const QStringList &clauses)
{
    m_remains.clear();
    while (QLayoutItem *item = layout()->takeAt(0)) {
        // The chip may be the very sender of the click that led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int place = 0; place < int(clauses.size()); ++place) {
        const QString &text = clauses.at(place);
        auto *chip = new Chip(text, this);
        connect(chip, &QAbstractButton::clicked, this, [this, place] {
            if (place < m_remains.size())
                emit filterRequested(models::Filter(m_remains.at(place)));
            else
                emit dropRequested(place);
        });
        chip->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(chip, &QWidget::customContextMenuRequested, this,
                [this, chip, text](const QPoint &position) {
                    emit menuRequested(text, chip->mapToGlobal(position));
                });
        layout()->addWidget(chip);
        chip->show();
    }
    updateGeometry();
}

} // namespace views
