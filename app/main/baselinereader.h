// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/dictionary.h"
#include "models/index/latestjob.h"
#include "models/items/baselinemodel.h"

#include <QObject>

namespace app {

/// Reads a list of open issues from a file and compares it with the board, on a pool thread; the
/// newest request wins. GUI thread.
class BaselineReader final : public QObject
{
    Q_OBJECT
public:
    explicit BaselineReader(QObject *parent = nullptr) : QObject(parent) { }

    /// Answered by compared() or failed(). `terms`: the texts of the board's subjects.
    void compare(const QString &file, const models::Boards &boards,
                 const models::DictionaryView &terms);
    void cancel() { m_job.cancel(); }

signals:
    void compared(const std::shared_ptr<const models::ComparedBaseline> &compared);
    void failed(const QString &reason);

private:
    models::LatestJob m_job;
};

} // namespace app
