// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace models {

/// Texts by event: one a path that was asked for, in that order; several values at a path are
/// lines; empty where the payload has nothing there.
using PayloadTexts = QHash<qint64, QStringList>;

/// Reads values out of the bodies of stored events. Calls come from the GUI thread, return at
/// once and are answered by a signal on the GUI thread, in order of the calls.
class PayloadValues : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static constexpr int mostIds = 256; ///< a request
    static constexpr qsizetype longestText = 500; ///< characters of one value

    /// Asks for the values of some events at some paths; returns the number of the request, unlike
    /// any other of this object. Answered by read(); events that are not there are missing in it.
    virtual quint64 request(const QList<qint64> &ids, const QStringList &paths) = 0;

signals:
    /// `failed`: the store cannot be read now; ask again later.
    void read(quint64 request, const models::PayloadTexts &texts, bool failed);
};

} // namespace models
