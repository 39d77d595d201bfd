// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/journal.h"

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
};
