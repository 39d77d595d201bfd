// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shownboard.h"
#include "views/pages/accesspage.h"

/// A shown page of the users of the portal.
using ShownUsers = ShownBoard<views::AccessPage>;

inline constexpr qint64 usersStart = 1'790'000'000'000;

/// Events of users, one after the other.
class Users final
{
public:
    explicit Users(ShownUsers &shown) : m_shown(shown) { }

    void add(const char *verb, const char *login, const char *detail, const char *actor = "")
    {
        models::EventRow row;
        row.id = ++m_id;
        row.time = usersStart + m_id * 60'000;
        row.received = row.time;
        row.family = models::Family::PortalUser;
        row.type = term(QByteArray("MOBILE_SECURE__USER_") + verb);
        row.subject = term(login);
        row.detail = term(detail);
        row.actor = term(actor);
        m_rows.push_back(row);
    }
    void tell()
    {
        models::EventBatch batch = m_shown.stream.batch({});
        batch.rows = std::exchange(m_rows, {});
        m_shown.feed(batch);
    }

private:
    models::TermId term(const QByteArray &text)
    {
        return m_shown.stream.term(QString::fromLatin1(text));
    }

    ShownUsers &m_shown;
    qint64 m_id = 10'000;
    std::vector<models::EventRow> m_rows;
};

/// Ada is made a manager, Bob guesses his way in, Eve leaves.
inline void tellStory(Users &users)
{
    users.add("CREATED", "ada@example.com", "MANAGER", "root@example.com");
    for (int i = 0; i < models::PortalUser::manyFailures; ++i)
        users.add("LOGIN_FAILED", "bob@example.com", "203.0.113.7");
    users.add("LOGIN_SUCCESSFUL", "bob@example.com", "203.0.113.7");
    users.add("CREATED", "eve@example.com", "DEVELOPER", "root@example.com");
    users.add("DELETED", "eve@example.com", "", "ada@example.com");
    users.tell();
}

/// An issue that is closed without a fix.
inline models::EventRow closure(ShownUsers &shown, int number)
{
    models::EventRow row;
    row.id = 20'000 + number;
    row.time = row.received = usersStart + (10'020 + number) * 60'000;
    row.family = models::Family::PolicyViolation;
    row.subject = shown.stream.term(QStringLiteral("violation-%1").arg(number));
    row.type = shown.stream.term(QStringLiteral("API_SECURE__POLICY_VIOLATION_CLOSED"));
    row.statusWord = shown.stream.term(QStringLiteral("WONT_FIX"));
    row.status = models::Status::Accepted;
    return row;
}
