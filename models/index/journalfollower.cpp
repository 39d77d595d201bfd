// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/journalfollower.h"

#include "models/ports/journal.h"

#include <utility>

namespace models {

JournalFollower::JournalFollower(Journal &journal, QObject *parent)
    : QObject(parent), m_journal(journal)
{
    connect(&journal, &Journal::actsRead, this, &JournalFollower::take);
    connect(&journal, &Journal::readFailed, this, [this] { m_reading = false; });
    connect(&journal, &Journal::readable, this, &JournalFollower::refresh);
}

void JournalFollower::refresh()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_journal.readActs(m_readTo);
}

void JournalFollower::take(const QList<Act> &acts, bool complete)
{
    if (!acts.isEmpty())
        m_readTo = acts.constLast().id;
    m_reading = m_reading && !complete;
    emit read(acts, complete);
    if (complete && std::exchange(m_again, false))
        refresh();
}

} // namespace models
