// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/journal.h"

#include <algorithm>
#include <utility>

/// A journal in memory: answers when told to, keeps what is appended.
class FakeJournal final : public models::Journal
{
public:
    QList<models::Act> held; ///< what readActs() finds
    QList<models::Act> appended;
    int reads = 0;
    bool answersAtOnce = true;

    void readActs(qint64 after) override
    {
        ++reads;
        if (answersAtOnce)
            answer(after);
    }
    void answer(qint64 after = 0)
    {
        QList<models::Act> acts;
        for (const models::Act &act : std::as_const(held)) {
            if (act.id > after)
                acts.append(act);
        }
        emit actsRead(acts, true);
    }
    void append(const models::Act &act) override { appended.append(act); }

    bool isWritable() const override { return m_writable; }
    void setWritable(bool writable)
    {
        m_writable = writable;
        emit writableChanged();
    }

    QString failure; ///< why write() fails; empty: it does not
    bool writesAtOnce = true;
    /// Takes the acts into what is held, with the next ids.
    quint64 write(const QList<models::Act> &acts) override
    {
        m_waiting.append({ ++m_call, acts });
        if (writesAtOnce)
            QMetaObject::invokeMethod(this, &FakeJournal::answerWrites, Qt::QueuedConnection);
        return m_call;
    }
    void cancelWrite(quint64 call) override
    {
        const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                        [call](const auto &one) { return one.first == call; });
        if (found == m_waiting.end())
            return;
        m_waiting.erase(found);
        emit writeFailed(call, QString());
    }
    void answerWrites()
    {
        const auto waiting = std::exchange(m_waiting, {});
        for (auto [call, acts] : waiting) {
            if (!failure.isEmpty()) {
                emit writeFailed(call, failure);
                continue;
            }
            for (models::Act &act : acts) {
                emit writing(call, int(&act - acts.data()), int(acts.size()));
                act.id = ++m_lastId;
            }
            held += acts;
            emit wrote(call, acts);
        }
    }

private:
    QList<std::pair<quint64, QList<models::Act>>> m_waiting;
    bool m_writable = true;
    quint64 m_call = 0;
    qint64 m_lastId = 0;
};
