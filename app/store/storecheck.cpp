// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storecheck.h"

#include "app/store/cursor.h"
#include "app/store/readsession.h"
#include "app/store/rowcoder.h"
#include "app/store/sqltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::StoreCheck", text);
}

} // namespace

StoreCheck::StoreCheck(DatabaseUrl url, Fingerprint fingerprint)
    : m_url(std::move(url)), m_fingerprint(fingerprint)
{
}

models::Result<StoreFindings> StoreCheck::run()
{
    auto connection = ReadSession::connect(m_url);
    if (!connection)
        return models::Failure { connection.error() };
    if (!connection.value()) {
        return models::Failure {
            tr("There is no database at %1; nothing was checked. Check the data folder or "
               "--database.")
                    .arg(m_url.sqlitePath)
        };
    }
    m_connection = std::move(connection.value());
    m_findings = {};
    if (const auto begun = m_connection->run(QStringLiteral("BEGIN")); !begun)
        return models::Failure { begun.error() };
    checkStructure();
    checkReferences();
    checkTerms();
    checkEvents();
    if (const auto count = m_connection->number(QStringLiteral("SELECT count(*) FROM deliveries")))
        m_findings.deliveries = count.value();
    (void)m_connection->run(QStringLiteral("COMMIT"));
    m_connection.reset();
    return m_findings;
}

void StoreCheck::checkStructure()
{
    Cursor cursor(m_connection->database(), QStringLiteral("PRAGMA integrity_check(20)"));
    cursor.start();
    while (cursor.next()) {
        if (cursor.bytes(0) != "ok")
            tell(tr("The file is damaged: %1").arg(QString::fromUtf8(cursor.bytes(0))));
    }
    if (cursor.failed())
        tell(cursor.failure());
}

void StoreCheck::checkReferences()
{
    const std::pair<QLatin1String, QString> checks[] = {
        { QLatin1String("checkeventbodies"), tr("Event %1 has no body.") },
        { QLatin1String("checkbodyevents"), tr("A body belongs to event %1, which is missing.") },
        { QLatin1String("checkeventdeliveries"),
          tr("Event %1 came with request %2, which is not on record.") },
        { QLatin1String("checkdeliveryevents"),
          tr("Request %1 brought %2 events, of which not all are there.") },
        { QLatin1String("checkrefusedparts"),
          tr("A refused part belongs to request %1, which is not on record.") },
        { QLatin1String("checkacceptedparts"),
          tr("A part of request %1 was accepted as event %2, which is missing.") },
        { QLatin1String("checkrepeats"),
          tr("A repeat belongs to event %1 or request %2, which is missing.") },
        { QLatin1String("checkheads"), tr("The head of request %1 is missing.") },
    };
    for (const auto &[name, text] : checks)
        tellRows(sqlText(name), text);
}

void StoreCheck::tellRows(const QString &sql, const QString &text)
{
    Cursor cursor(m_connection->database(), sql);
    cursor.start();
    int told = 0;
    while (cursor.next()) {
        if (++told > StoreFindings::mostTold) {
            tell(tr("There are more of these."));
            return;
        }
        QString problem = text.arg(cursor.integer(0));
        if (problem.contains(QLatin1String("%2")))
            problem = problem.arg(cursor.integer(1));
        tell(problem);
    }
    if (cursor.failed())
        tell(cursor.failure());
}

void StoreCheck::checkTerms()
{
    Cursor cursor(m_connection->database(), QStringLiteral("SELECT id FROM terms ORDER BY id"));
    cursor.start();
    m_terms.assign(1, true); // 0 is the empty text
    qint64 gaps = 0;
    while (cursor.next()) {
        const qint64 id = cursor.integer(0);
        if (id < 1 || id > 0xffffffff) {
            tell(tr("The dictionary has an entry with the number %1, which cannot be.").arg(id));
            continue;
        }
        gaps += id - qint64(m_terms.size());
        m_terms.resize(size_t(id), false);
        m_terms.push_back(true);
    }
    if (cursor.failed())
        tell(cursor.failure());
    if (gaps > 0)
        tell(tr("The dictionary lacks %1 of its texts.").arg(gaps));
}

void StoreCheck::checkEvents()
{
    Cursor cursor(m_connection->database(), sqlText(QLatin1String("checkbodies")));
    cursor.start();
    int told = 0;
    while (told <= StoreFindings::mostTold && cursor.next()) {
        const qint64 id = cursor.integer(0);
        ++m_findings.events;
        const auto isThere = [this](models::TermId term) {
            return term < m_terms.size() && m_terms[term];
        };
        const models::EventRow row = rowAt(cursor);
        if (!std::all_of(termMembers.begin(), termMembers.end(),
                         [&](auto member) { return isThere(row.*member); })) {
            ++told;
            tell(tr("Event %1 refers to a text that the dictionary lacks.").arg(id));
        }
        const auto body =
                m_codec.unpack(int(cursor.integer(rowColumns)), cursor.bytes(rowColumns + 1),
                               cursor.bytes(rowColumns + 2));
        if (!body) {
            ++told;
            tell(tr("The body of event %1 cannot be read: %2").arg(id).arg(body.error()));
        } else if (m_fingerprint(body.value()) != quint64(cursor.integer(rowColumns + 3))) {
            ++told;
            tell(tr("The body of event %1 is not the one that came.").arg(id));
        }
    }
    if (cursor.failed())
        tell(cursor.failure());
    if (told > StoreFindings::mostTold)
        tell(tr("There are more of these; the rest was not looked at."));
}

void StoreCheck::tell(const QString &problem)
{
    m_findings.problems.append(problem);
}

} // namespace app
