// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchsession.h"

#include "app/store/readsession.h"
#include "app/store/sqltext.h"

namespace app {

namespace {

// Stepping over this many unwanted rows costs about as much as seeking the next wanted one.
constexpr qint64 mostGap = 12;

} // namespace

SearchSession::SearchSession(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)),
      m_terms(m_connection->database(), sqlText(QLatin1String("selecttermsdown"))),
      m_bodies(m_connection->database(), sqlText(QLatin1String("selectbodiesdown")))
{
}

models::Result<std::unique_ptr<SearchSession>> SearchSession::open(const DatabaseUrl &url)
{
    using None = std::unique_ptr<SearchSession>;
    auto connection = ReadSession::connect(url);
    if (!connection)
        return models::Failure { connection.error() };
    if (!connection.value())
        return None();
    return None(new SearchSession(std::move(connection.value())));
}

template<typename Id, typename Value>
bool SearchSession::judge(Cursor &cursor, const std::vector<Id> &ids, const Tests &tests,
                          models::StoreVerdicts::Judged<Id> &judged, Value valueAt)
{
    judged.passing.resize(tests.size());
    for (size_t begin = 0; begin < ids.size();) {
        size_t end = begin + 1;
        while (end < ids.size() && ids[end] < ids[end - 1]
               && qint64(ids[end - 1]) - qint64(ids[end]) <= mostGap) {
            ++end;
        }
        cursor.start(qint64(ids[end - 1]), qint64(ids[begin]));
        size_t at = begin;
        while (cursor.next()) {
            const qint64 id = cursor.integer(0);
            while (at < end && qint64(ids[at]) > id)
                ++at; // not in the store
            if (at == end || qint64(ids[at]) != id)
                continue;
            const auto &value = valueAt();
            for (size_t test = 0; test < tests.size(); ++test) {
                if (tests[test](value))
                    judged.passing[test].push_back(ids[at]);
            }
        }
        if (cursor.failed()) {
            m_failure = cursor.failure();
            return false;
        }
        begin = end;
    }
    judged.ids.insert(judged.ids.end(), ids.begin(), ids.end());
    return true;
}

bool SearchSession::judgeTerms(const std::vector<models::TermId> &ids, const Tests &tests,
                               models::StoreVerdicts::Judged<models::TermId> &judged)
{
    return judge(m_terms, ids, tests, judged, [this] { return m_terms.view(1); });
}

bool SearchSession::judgeBodies(const std::vector<qint64> &ids, const Tests &tests,
                                models::StoreVerdicts::Judged<qint64> &judged)
{
    return judge(m_bodies, ids, tests, judged, [this] {
        const auto body =
                m_codec.unpack(int(m_bodies.integer(1)), m_bodies.bytes(2), m_bodies.bytes(3));
        return body ? body.value() : QByteArray();
    });
}

} // namespace app
