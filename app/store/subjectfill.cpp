// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/subjectfill.h"

#include "app/store/bodycodec.h"
#include "app/store/cursor.h"
#include "app/store/rowcoder.h"
#include "app/store/sqltext.h"
#include "app/store/statement.h"
#include "app/store/termtable.h"
#include "models/domain/decoder.h"
#include "models/domain/eventdetail.h"

#include <vector>

namespace app {

namespace {

constexpr qint64 portion = 1000;

/// Reads events and writes what was missing, portion by portion: what is being read is not changed.
class Fill final
{
public:
    explicit Fill(const QSqlDatabase &database)
        : m_select(database, sqlText(QLatin1String("selectfill"))),
          m_terms(database, sqlText(QLatin1String("selectterms"))), m_insert(database),
          m_update(database)
    {
    }

    /// An error text, or nothing.
    QString run()
    {
        if (!m_insert.prepare(sqlText(QLatin1String("insertterm"))))
            return storeFailureText(m_insert.error());
        if (!m_update.prepare(sqlText(QLatin1String("updatesubject"))))
            return storeFailureText(m_update.error());
        m_terms.start(1, qint64(TermTable::mostId));
        while (m_terms.next()) {
            m_last = models::TermId(m_terms.integer(0));
            m_table.insert(m_table.keyOf(m_terms.view(1)), m_last);
        }
        m_terms.stop();
        QString failure = m_terms.failure();
        bool more = true;
        while (failure.isEmpty() && more) {
            more = read();
            failure = m_select.failure();
            if (failure.isEmpty() && !write())
                failure = m_failure;
        }
        return failure;
    }

private:
    struct Found
    {
        qint64 event = 0;
        QByteArray assetId;
        QByteArray detail;
        qint64 created = 0;
    };

    /// The next portion; false: it was the last.
    bool read()
    {
        m_found.clear();
        m_select.start(m_after, portion);
        qint64 count = 0;
        while (m_select.next()) {
            ++count;
            m_after = m_select.integer(0);
            const auto body =
                    m_codec.unpack(int(m_select.integer(1)), m_select.bytes(2), m_select.bytes(3));
            if (!body)
                continue; // `verify` tells of it
            const models::Event event = models::decodeStored(body.value());
            Found found { m_after, event.asset.id.toUtf8(), models::eventDetail(event).toUtf8(),
                          createdOf(event) };
            if (!found.assetId.isEmpty() || !found.detail.isEmpty() || found.created != 0)
                m_found.push_back(std::move(found));
        }
        m_select.stop();
        return count == portion;
    }

    bool write()
    {
        for (const Found &found : m_found) {
            models::TermId asset = 0;
            models::TermId detail = 0;
            if (!numberOf(found.assetId, asset) || !numberOf(found.detail, detail))
                return false;
            m_update.integer(0, asset);
            m_update.integer(1, detail);
            m_update.integer(2, found.created);
            m_update.integer(3, found.event);
            if (!m_update.run()) {
                m_failure = storeFailureText(m_update.error());
                return false;
            }
        }
        return true;
    }

    /// A text that no longer fits into the dictionary is left out.
    bool numberOf(const QByteArray &text, models::TermId &id)
    {
        if (text.isEmpty())
            return true;
        const TermKey key = m_table.keyOf(text);
        id = m_table.find(key);
        if (id != 0 || m_last >= TermTable::mostId)
            return true;
        m_insert.integer(0, ++m_last);
        m_insert.bytes(1, text);
        if (!m_insert.run()) {
            m_failure = storeFailureText(m_insert.error());
            return false;
        }
        id = m_last;
        m_table.insert(key, id);
        return true;
    }

    Cursor m_select;
    Cursor m_terms;
    Statement m_insert;
    Statement m_update;
    BodyCodec m_codec;
    TermTable m_table;
    models::TermId m_last = 0;
    std::vector<Found> m_found;
    qint64 m_after = 0;
    QString m_failure;
};

} // namespace

models::Result<models::Done> fillSubjects(const Connection &connection)
{
    Fill fill(connection.database());
    const QString failure = fill.run();
    if (!failure.isEmpty())
        return models::Failure { failure };
    return models::Done {};
}

} // namespace app
