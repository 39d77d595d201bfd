// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/answer.h"
#include "models/domain/delivery.h"

#include <QHash>

#include <chrono>

namespace app {

/// Senders that ended their sending half while their request waited for its answer, which RFC
/// 9112, 9.6 allows. Qt's socket ends with it, so the answer goes by a descriptor kept here.
/// Plain connections only. Receiver thread.
class HalfClosed final
{
public:
    using Clock = std::chrono::steady_clock;

    HalfClosed() = default;
    ~HalfClosed();
    HalfClosed(const HalfClosed &) = delete;
    HalfClosed &operator=(const HalfClosed &) = delete;

    /// More than these at once get no answer.
    static constexpr qsizetype most = 64;

    /// Keeps the connection behind `descriptor`, which stays the caller's, until the answer to
    /// this request or `deadline`.
    void keep(const models::Ticket &request, qintptr descriptor, Clock::time_point deadline);
    /// Writes an answer and closes; false: nobody waits for it here.
    bool answer(const models::Ticket &request, const Answer &answer);
    /// Closes what waited for too long.
    void expire(Clock::time_point now);

    bool isEmpty() const { return m_waiting.isEmpty(); }

private:
    struct Waiting
    {
        quint64 request = 0;
        qintptr descriptor = -1;
        Clock::time_point deadline;
    };
    QHash<quint64, Waiting> m_waiting; ///< by number of the connection
};

} // namespace app
