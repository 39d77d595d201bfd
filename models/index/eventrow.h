// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/family.h"
#include "models/domain/severity.h"
#include "models/domain/status.h"

#include <QByteArray>
#include <QMetaType>

#include <vector>

namespace models {

/// Number of a text in the store's dictionary (table `terms`), dense from 1; 0 is the empty text.
using TermId = quint32;

/// A text of the dictionary, UTF-8.
struct Term
{
    TermId id = 0;
    QByteArray text;
};

/// One event on its way from the store to the index and the boards: codes and numbers only, about
/// 100 bytes. Times are milliseconds since the epoch. What comes after `actor` is for the boards;
/// the index does not keep it.
struct EventRow
{
    qint64 id = 0; ///< the store's id; ascending in order of arrival
    qint64 received = 0; ///< first arrival
    qint64 time = 0; ///< event time; equals received where the event carries none
    TermId type = 0;
    TermId product = 0;
    TermId title = 0;
    TermId text = 0; ///< description and recommendation, for search
    TermId asset = 0; ///< asset name, or its id where it has no name
    TermId group = 0;
    TermId policy = 0;
    TermId subject = 0;
    TermId severityWord = 0;
    TermId statusWord = 0;
    TermId assetType = 0;
    TermId hostedOn = 0;
    TermId discoveredVia = 0;
    TermId actor = 0;
    TermId assetId = 0; ///< empty where the portal gives none
    TermId detail = 0; ///< what the family needs besides: eventDetail()
    qint64 created = 0; ///< when the subject was opened or made, as the event says; 0: it does not
    Family family = Family::Other;
    Severity severity = Severity::Unrated;
    Status status = Status::None;
};

/// An identical body that came again.
struct Repeat
{
    qint64 id = 0; ///< ascending
    qint64 event = 0; ///< id of the event it repeats
    qint64 received = 0;
};

/// A piece of the store on its way to the index. Terms hold every text that the rows use and
/// that no earlier batch of the same archive carried; but an archive may leave out texts for
/// search until a second event has them: these are looked through in the store.
struct EventBatch
{
    enum class Kind : quint8 { Newer, Older };
    Kind kind = Kind::Newer;
    std::vector<Term> terms;
    std::vector<EventRow> rows; ///< Newer: ascending ids; Older: descending ids
    std::vector<Repeat> repeats; ///< only with Newer
    bool complete = false; ///< nothing further in this direction when it was read
};

} // namespace models

Q_DECLARE_METATYPE(models::EventBatch)
