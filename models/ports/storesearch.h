// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <QByteArrayView>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace models {

/// Texts and bodies that are in the store only, and what is asked of each of them.
struct StoreQuestion
{
    /// Judges a text or a body (UTF-8). Any thread, several at once.
    using Test = std::function<bool(QByteArrayView)>;
    using Tests = std::vector<Test>;

    quint64 number = 0; ///< chosen by who asks
    std::vector<TermId> terms; ///< in the order in which they are wanted
    std::vector<qint64> events; ///< their bodies; in the order in which they are wanted
    std::shared_ptr<const Tests> textTests; ///< for each of the terms
    std::shared_ptr<const Tests> bodyTests; ///< for each of the events

    bool isEmpty() const { return terms.empty() && events.empty(); }
};

/// A part of the answer to a question. What the store does not hold is judged, and passes nothing.
struct StoreVerdicts
{
    template<typename Id> struct Judged
    {
        std::vector<Id> ids;
        std::vector<std::vector<Id>> passing; ///< by test: those of `ids` that pass
    };
    quint64 question = 0;
    Judged<TermId> terms;
    Judged<qint64> events;
    bool last = false; ///< nothing of this question is left
};

/// Looks through what the index does not hold in memory. Calls come from the GUI thread, return
/// at once and are answered by signals on the GUI thread, in parts so that the first are there
/// soon. Loading an event never waits for it. One for each query.
class StoreSearch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by judged() until its `last` part. While several are under way, the newest is
    /// answered first.
    virtual void ask(const StoreQuestion &question) = 0;
    /// Drops all questions; they are not answered any more, save for what is on its way.
    virtual void cancel() = 0;

signals:
    void judged(const models::StoreVerdicts &verdicts);
    /// The store cannot be read now; says why. All questions were dropped.
    void failed(const QString &reason);
};

} // namespace models

Q_DECLARE_METATYPE(models::StoreQuestion)
Q_DECLARE_METATYPE(models::StoreVerdicts)
