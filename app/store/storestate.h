// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bodycodec.h"
#include "app/store/cursor.h"
#include "app/store/eventstore.h"
#include "app/store/headtable.h"
#include "app/store/inserts.h"
#include "app/store/termtable.h"

#include <vector>

namespace app {

/// What EventStore holds between commits. Changed only after a commit succeeded.
struct EventStore::State
{
    State(std::unique_ptr<Connection> opened, Fingerprint hash);

    /// Prepares statements and reads what is small; an error text, or nothing.
    QString prepare();
    /// Reads the tables of texts and fingerprints, once; an error text, or nothing.
    QString load();
    /// The stored body of an event; fails with words.
    models::Result<QByteArray> storedBody(qint64 event);

    std::unique_ptr<Connection> connection; // first, so that it goes last
    Fingerprint fingerprint;
    Inserts inserts;
    Cursor selectBody;
    Cursor selectPart;
    BodyCodec codec;
    FingerprintTable events;
    TermTable terms;
    HeadTable heads;
    std::vector<CommitRow> untold; ///< times of the last commits, to be written with a later one
    qint64 lastEvent = 0;
    qint64 lastDelivery = 0;
    qint64 lastHead = 0;
    models::TermId lastTerm = 0;
    bool loaded = false;

private:
    QString loadLatest();
    QString loadFingerprints();
    QString loadTerms();
    QString loadHeads();
};

} // namespace app
