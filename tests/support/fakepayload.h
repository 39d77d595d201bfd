// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/payloadvalues.h"

#include <QTimer>

#include <deque>

/// Bodies in memory: answers when the test says so, or by itself soon; the value at a path is
/// “<path>@<id>”.
class FakePayload final : public models::PayloadValues
{
public:
    struct Call
    {
        quint64 number = 0;
        QList<qint64> ids;
        QStringList paths;
    };
    bool byItself = false;
    std::deque<Call> calls; ///< not answered yet
    int asked = 0;

    static QString valueOf(qint64 id, const QString &path)
    {
        return QStringLiteral("%1@%2").arg(path).arg(id);
    }

    quint64 request(const QList<qint64> &ids, const QStringList &paths) override
    {
        ++asked;
        calls.push_back({ ++m_last, ids, paths });
        if (byItself)
            QTimer::singleShot(0, this, [this] { answer(); });
        return m_last;
    }

    void answer(bool failed = false)
    {
        const Call call = calls.front();
        calls.pop_front();
        models::PayloadTexts texts;
        for (const qint64 id : call.ids) {
            QStringList values;
            for (const QString &path : call.paths)
                values += valueOf(id, path);
            texts.insert(id, values);
        }
        emit read(call.number, failed ? models::PayloadTexts() : texts, failed);
    }

private:
    quint64 m_last = 0;
};
