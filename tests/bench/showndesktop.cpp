// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/showndesktop.h"

#include "app/shared/options.h"
#include "tests/bench/benchline.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>

#include <utility>

namespace {

/// Any free port, and a token from a file: no secret store is asked.
app::Options optionsFor(const QString &folder)
{
    app::Options options;
    options.dataDir = folder;
    options.database = QLatin1String("sqlite:") + ShownDesktop::storeFile(folder);
    options.port = 0;
    options.tokenFile = folder + QLatin1String("/token");
    QFile token(options.tokenFile);
    if (token.open(QIODevice::WriteOnly))
        token.write("a-token-of-the-benchmark-0123456789");
    return options;
}

app::DatabaseUrl urlFor(const QString &folder)
{
    app::DatabaseUrl url;
    url.sqlitePath = ShownDesktop::storeFile(folder);
    return url;
}

} // namespace

QString ShownDesktop::storeFile(const QString &folder)
{
    return QString(folder + QLatin1String("/events.sqlite"));
}

ShownDesktop::ShownDesktop(WatchedApplication &application, const QString &folder)
    : m_application(application),
      m_desktop(optionsFor(folder), urlFor(folder), app::Desktop::Mode::Full, m_opener),
      m_table(m_desktop.window().findChild<QTableView *>(QStringLiteral("eventsPage.table")))
{
}

ShownDesktop::~ShownDesktop()
{
    bool finished = false;
    m_application.watchPainting(nullptr, {});
    QObject::connect(&m_desktop, &app::Desktop::finished, &m_desktop, [&] { finished = true; });
    m_desktop.stop();
    waitUntil([&] { return finished; });
}

bool ShownDesktop::load()
{
    if (m_table == nullptr)
        return false;
    m_application.watchPainting(m_table->viewport(), [this, seen = false]() mutable {
        // Nobody can wait for a window before it is there: turns count from its first picture.
        if (!std::exchange(seen, true))
            m_application.forgetTurns();
        if (m_first == 0 && m_table->model()->rowCount() > 0)
            m_first = monotonicNow();
    });
    models::Feed &feed = m_desktop.feed();
    QObject::connect(&feed, &models::Feed::loadingChanged, m_table, [this, &feed] {
        if (!feed.loading())
            m_all = monotonicNow();
    });
    if (const auto *writer = qobject_cast<app::Writer *>(&m_desktop.sink())) {
        QObject::connect(writer, &app::Writer::loaded, m_table, [this] { m_writerLoaded = true; });
    }
    m_desktop.start();
    m_desktop.window().show();
    return waitUntil([this] { return m_first != 0 && m_all != 0; });
}

bool ShownDesktop::waitForWriter()
{
    return waitUntil([this] { return m_writerLoaded; });
}

double ShownDesktop::untilPainted(const std::function<void()> &act)
{
    bool replaced = false;
    qint64 painted = 0;
    const QMetaObject::Connection connection =
            QObject::connect(&m_desktop.query(), &models::EventQuery::rowsReplaced, m_table,
                             [&] { replaced = true; });
    m_application.watchPainting(m_table->viewport(), [&] {
        if (replaced && painted == 0)
            painted = monotonicNow();
    });
    const qint64 begin = monotonicNow();
    act();
    const bool came = waitUntil([&] { return painted != 0; });
    QObject::disconnect(connection);
    m_application.watchPainting(nullptr, {});
    return came ? static_cast<double>(painted - begin) / 1e6 : -1;
}

bool ShownDesktop::waitUntil(const std::function<bool()> &done)
{
    QTimer tick; // lets the loop return where nothing else happens
    tick.start(20);
    QElapsedTimer elapsed;
    elapsed.start();
    QEventLoop loop;
    while (!done()) {
        if (elapsed.hasExpired(60'000))
            return false;
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}
