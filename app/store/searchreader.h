// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/searchsession.h"
#include "models/ports/storesearch.h"

#include <QObject>

#include <atomic>

namespace app {

/// The search's side on its thread: works through questions, the newest first, in portions of
/// some milliseconds between which it hears of new ones.
class SearchReader final : public QObject
{
    Q_OBJECT
public:
    /// Grows whenever all questions are dropped; any thread.
    using Generation = std::atomic<quint64>;

    /// `url` as for ReadSession::open().
    SearchReader(DatabaseUrl url, std::shared_ptr<const Generation> generation);
    ~SearchReader() override;

    /// Questions of an earlier generation are not answered.
    void ask(models::StoreQuestion question, quint64 generation);

signals:
    void judged(const models::StoreVerdicts &verdicts);
    void failed(const QString &reason);

private:
    struct Open
    {
        models::StoreQuestion question;
        quint64 generation = 0;
        std::size_t terms = 0; ///< judged
        std::size_t events = 0;
        bool begun = false;
    };
    void goOn();
    /// Judges some of what the question asks for; false: the store cannot be read.
    bool judgeSome(Open &open, models::StoreVerdicts &verdicts);
    bool stale(const Open &open) const { return open.generation != *m_generation; }
    bool ready();
    void fail(const QString &reason);

    const DatabaseUrl m_url;
    const std::shared_ptr<const Generation> m_generation;
    std::unique_ptr<SearchSession> m_session;
    std::vector<Open> m_open;
    bool m_going = false; ///< goOn() has been called for later
};

} // namespace app
