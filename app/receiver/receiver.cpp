// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/receiver.h"

#include "app/receiver/endpoint.h"
#include "app/receiver/tlsfiles.h"
#include "app/receiver/tlsprobe.h"
#include "app/tls/certificatefacts.h"

#include <QUrl>

namespace app {

using namespace std::chrono_literals;
using Field = models::SettingsProblem::Field;
using Phase = models::ReceiverState::Phase;

namespace {

/// How long connections may take to finish after their listener has gone.
constexpr auto finishTime = 5s;

QHostAddress parseAddress(const QString &text)
{
    if (text == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    if (text == QLatin1String("any")) // models::validate knows the word too
        return QHostAddress(QHostAddress::Any);
    return QHostAddress(text);
}

QString urlOf(const Endpoint &endpoint)
{
    QUrl url;
    url.setScheme(endpoint.isSecure() ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(endpoint.address().toString());
    url.setPort(endpoint.port());
    url.setPath(QStringLiteral("/webhook"));
    return url.toString();
}

} // namespace

Receiver::Receiver(models::DeliverySink &sink, QObject *parent)
    : QObject(parent), m_intake(sink), m_tlsWatch(this), m_tick(this), m_stopDeadline(this)
{
    // The sink emits on its own thread; the receipts of a commit arrive here in one call.
    connect(&sink, &models::DeliverySink::committed, this, &Receiver::settle);
    m_tick.setInterval(250ms);
    m_tick.setTimerType(Qt::CoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, &Receiver::tick);
    m_stopDeadline.setSingleShot(true);
    connect(&m_stopDeadline, &QTimer::timeout, this, &Receiver::finishStop);
    connect(&m_tlsWatch, &TlsWatch::problem, this, &Receiver::certificateProblem);
    connect(&m_tlsWatch, &TlsWatch::renewed, this, [this](const QSslConfiguration &tls) {
        if (m_endpoint == nullptr)
            return;
        m_endpoint->renewTls(tls);
        showTls(tls);
    });
}

Receiver::~Receiver()
{
    // Before the intake goes, which their connections use to the last.
    delete m_endpoint;
    qDeleteAll(m_retiring);
}

void Receiver::apply(const models::ReceiverSettings &settings,
                     const models::ReceiverSecrets &secrets)
{
    m_waiting.append({ settings, secrets });
    applyNext();
}

void Receiver::applyNext()
{
    if (m_applying || m_waiting.isEmpty())
        return;
    m_applying = true;
    auto [settings, secrets] = m_waiting.takeFirst();
    prepare({ settings, secrets, {}, {}, m_stops });
}

void Receiver::prepare(Wanted wanted)
{
    QList<models::SettingsProblem> problems;
    if (m_stopping)
        return fail({ { Field::Address, tr("The receiver is stopping.") } });
    wanted.address = parseAddress(wanted.settings.address);
    if (wanted.address.isNull())
        problems.append({ Field::Address,
                          tr("“%1” is no network address. Use 127.0.0.1 for this machine alone, "
                             "0.0.0.0 or :: for all.")
                                  .arg(wanted.settings.address) });
    if (wanted.secrets.current.isEmpty() && wanted.settings.auth != models::AuthMode::None)
        problems.append({ Field::Token,
                          tr("There is no token. Make one, so that only the portal "
                             "can send events.") });
    const bool wantsTls =
            !wanted.settings.certificateFile.isEmpty() || !wanted.settings.keyFile.isEmpty();
    // Files in use were tried already; what became of them since is the watch's business, and
    // must not keep a new token or port from being used.
    const bool isInUse = m_endpoint != nullptr && m_tlsWatch.isWatching(wanted.settings);
    if (isInUse)
        wanted.tls = m_tlsWatch.inUse();
    else if (wantsTls) {
        auto loaded = TlsFiles::load(wanted.settings);
        if (auto *problem = std::get_if<models::SettingsProblem>(&loaded))
            problems.append(*problem);
        else
            wanted.tls = std::get<QSslConfiguration>(loaded);
    }
    if (!problems.isEmpty())
        return fail(problems);
    if (m_endpoint == nullptr)
        report({ Phase::Starting, {}, {} });
    if (wantsTls && !isInUse)
        probe(std::move(wanted));
    else
        install(wanted);
}

void Receiver::probe(Wanted wanted)
{
    auto *probe = new TlsProbe(*wanted.tls, this);
    connect(probe, &TlsProbe::passed, this, [this, probe, wanted] {
        probe->deleteLater();
        install(wanted);
    });
    connect(probe, &TlsProbe::failed, this, [this, probe](const QString &reason) {
        probe->deleteLater();
        fail({ { Field::Key,
                 tr("Certificate and key do not work together (%1). Choose the key "
                    "that the certificate was made for.")
                         .arg(reason) } });
    });
    probe->start();
}

void Receiver::install(const Wanted &wanted)
{
    if (wanted.stops != m_stops) // stop() came during the handshake
        return fail({ { Field::Address, tr("The receiver was stopped.") } });
    const bool isSame = m_endpoint != nullptr && m_endpoint->address() == wanted.address
            && m_endpoint->requestedPort() == wanted.settings.port;
    if (isSame) {
        use(wanted);
        return;
    }
    auto *fresh = new Endpoint(m_intake, wanted.address, wanted.settings.port, this);
    const QString problem = listenBeside(*fresh);
    if (!problem.isEmpty()) {
        delete fresh;
        return fail({ { Field::Port, problem } });
    }
    replaceEndpoint(fresh);
    use(wanted);
}

QString Receiver::listenBeside(Endpoint &fresh)
{
    QString problem = fresh.listen();
    const bool maybeOurs = !problem.isEmpty() && m_endpoint != nullptr
            && m_endpoint->port() == fresh.requestedPort();
    if (!maybeOurs)
        return problem;
    // 127.0.0.1 and 0.0.0.0 cannot share a port: the old one steps aside for the attempt.
    m_endpoint->pause();
    problem = fresh.listen();
    if (problem.isEmpty())
        return {};
    if (const QString lost = m_endpoint->listen(); !lost.isEmpty())
        report({ Phase::Failed, {}, lost });
    return problem;
}

void Receiver::replaceEndpoint(Endpoint *fresh)
{
    Endpoint *old = std::exchange(m_endpoint, fresh);
    if (old == nullptr)
        return;
    m_retiring.append(old);
    const auto drop = [this, old] {
        if (m_retiring.removeOne(old))
            old->deleteLater();
        if (m_stopping && m_retiring.isEmpty())
            finishStop();
    };
    connect(old, &Endpoint::drained, this, drop);
    QTimer::singleShot(finishTime, old, drop);
    old->retire();
}

void Receiver::use(const Wanted &wanted)
{
    m_intake.configure(wanted.settings, wanted.secrets);
    m_endpoint->takeLimits();
    m_endpoint->setTls(wanted.tls);
    m_tick.start();
    report({ Phase::Listening, urlOf(*m_endpoint), {} });
    if (wanted.tls)
        m_tlsWatch.watch(wanted.settings, *wanted.tls);
    else
        m_tlsWatch.stop();
    showTls(wanted.tls);
    m_applying = false;
    emit applied();
    applyNext();
}

void Receiver::showTls(const std::optional<QSslConfiguration> &tls)
{
    std::optional<models::CertificateInfo> info;
    if (tls)
        info = certificateInfo(tls->localCertificate());
    emit certificateChanged(info);
}

void Receiver::fail(const QList<models::SettingsProblem> &problems)
{
    if (m_endpoint == nullptr && !m_stopping)
        report({ Phase::Failed, {}, problems.first().text });
    m_applying = false;
    emit refused(problems);
    applyNext();
}

void Receiver::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    ++m_stops;
    m_tlsWatch.stop();
    replaceEndpoint(nullptr);
    if (m_retiring.isEmpty())
        return finishStop();
    m_stopDeadline.start(finishTime);
}

void Receiver::finishStop()
{
    if (!m_stopping)
        return;
    m_stopDeadline.stop();
    for (Endpoint *endpoint : std::exchange(m_retiring, {}))
        endpoint->deleteLater();
    m_tick.stop();
    m_intake.finish();
    tick();
    m_stopping = false;
    report({ Phase::Stopped, {}, {} });
    emit stopped();
}

void Receiver::liftBan(const QByteArray &group)
{
    m_intake.liftBan(group);
}

void Receiver::settle(const QList<models::Receipt> &receipts)
{
    for (const models::Receipt &receipt : receipts) {
        // Counted even if nobody waits any more: the event is stored all the same.
        const Answer answer = m_intake.settle(receipt);
        if (m_endpoint != nullptr && m_endpoint->answer(receipt.ticket, answer))
            continue;
        for (Endpoint *endpoint : std::as_const(m_retiring)) {
            if (endpoint->answer(receipt.ticket, answer))
                break;
        }
    }
}

void Receiver::tick()
{
    m_intake.tick();
    if (QList<models::Ban> bans = m_intake.bans(); bans != m_reportedBans) {
        m_reportedBans = std::move(bans);
        emit bansChanged(m_reportedBans);
    }
    if (m_intake.counters() == m_reported)
        return;
    m_reported = m_intake.counters();
    emit countersChanged(m_reported);
}

void Receiver::report(models::ReceiverState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    emit stateChanged(m_state);
}

} // namespace app
