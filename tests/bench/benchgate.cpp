// SPDX-License-Identifier: GPL-3.0-or-later
// What the gate costs: the receiver as it is, with a sink that commits at once, beside plain
// QHttpServer that does the same work (token compared, body decoded, same answer) without it.
// Both in this process, one after the other, on a thread of their own. Prints processor time of
// that thread for a request, which others on the machine change less than a rate.
#include "app/receiver/receiver.h"
#include "app/shared/worker.h"
#include "models/domain/decoder.h"
#include "tests/bench/benchline.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/loadclient.h"

#include <QCoreApplication>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QTcpServer>

#include <cstdio>
#include <ctime>
#include <future>

namespace {

constexpr int connections = 64;
constexpr int events = 20000;

std::chrono::nanoseconds threadTime()
{
    timespec time {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// Says that all is stored, in batches as the event loop makes them.
class InstantSink final : public models::DeliverySink
{
public:
    bool submit(models::Delivery delivery) override
    {
        models::Receipt receipt;
        receipt.ticket = delivery.ticket;
        receipt.stored = int(delivery.decoded.events.size());
        m_receipts.append(receipt);
        if (m_receipts.size() == 1)
            QMetaObject::invokeMethod(
                    this, [this] { emit committed(std::exchange(m_receipts, {})); },
                    Qt::QueuedConnection);
        return true;
    }
    void record(models::Refusal) override { }

private:
    QList<models::Receipt> m_receipts;
};

/// One of the two servers, on its thread.
class Contestant : public QObject
{
public:
    quint16 port() const { return m_port; }
    virtual void listen() = 0;

protected:
    quint16 m_port = 0;
};

class Gated final : public Contestant
{
public:
    Gated() { m_sink.setParent(this); } // so that it moves to the thread as well
    void listen() override
    {
        m_receiver = new app::Receiver(m_sink, this);
        connect(m_receiver, &app::Receiver::stateChanged, this,
                [this](const models::ReceiverState &state) {
                    if (state.phase == models::ReceiverState::Phase::Listening)
                        m_port = quint16(QUrl(state.url).port(0));
                });
        models::ReceiverSettings settings;
        settings.port = 0;
        m_receiver->apply(settings,
                          models::ReceiverSecrets::fromToken(QString::fromLatin1(benchToken)));
    }
    ~Gated() override
    {
        delete m_receiver;
        m_sink.setParent(nullptr);
    }

private:
    InstantSink m_sink;
    app::Receiver *m_receiver = nullptr;
};

class Alone final : public Contestant
{
public:
    void listen() override
    {
        m_server = new QHttpServer(this);
        m_server->route(QStringLiteral("/webhook"), QHttpServerRequest::Method::Post,
                        [](const QHttpServerRequest &request) {
                            using Status = QHttpServerResponse::StatusCode;
                            if (request.value("Authorization") != "Bearer " + benchToken)
                                return QHttpServerResponse(Status::Unauthorized);
                            const auto decoded = models::decodeBody(request.body(), { 64 });
                            if (decoded.events.isEmpty())
                                return QHttpServerResponse(Status::BadRequest);
                            return QHttpServerResponse(
                                    "application/json",
                                    R"({"text":"Success","code":0,"events":1,"repeated":0})");
                        });
        auto *listener = new QTcpServer(this);
        if (!listener->listen(QHostAddress::LocalHost))
            return;
        m_port = listener->serverPort();
        m_server->bind(listener);
    }

private:
    QHttpServer *m_server = nullptr;
};

/// Microseconds of processor time for a request; 0: it failed.
template<typename Server> double measure(BenchBodies &bodies)
{
    app::Worker<Server> worker(QStringLiteral("server"));
    const auto ask = [&worker](auto what) {
        auto answer = std::make_shared<std::promise<decltype(what(worker.object()))>>();
        auto future = answer->get_future();
        worker.call([answer, what](Server &server) { answer->set_value(what(server)); });
        return future.get();
    };
    ask([](Server &server) {
        server.listen();
        return true;
    });
    const quint16 port = ask([](Server &server) { return server.port(); });
    const LoadClient client(port, benchToken);
    client.run(bodies.take(events / 10), connections); // warm up
    const QList<QByteArray> list = bodies.take(events);
    const auto before = ask([](Server &) { return threadTime(); });
    const LoadResult result = client.run(list, connections);
    const auto spent = ask([](Server &) { return threadTime(); }) - before;
    if (result.failed > 0)
        return 0;
    return std::chrono::duration<double, std::micro>(spent).count() / events;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    BenchBodies bodies;
    std::vector<double> gated;
    std::vector<double> alone;
    std::vector<double> cost;
    for (int run = 0; run < 7; ++run) {
        gated.push_back(measure<Gated>(bodies));
        alone.push_back(measure<Alone>(bodies));
        if (gated.back() <= 0 || alone.back() <= 0) {
            std::fprintf(stderr, "requests failed\n");
            return 1;
        }
        cost.push_back(100 * (gated.back() - alone.back()) / alone.back());
    }
    printLine("ingest.gated.cpu.c64", medianOf(gated), "us/request");
    printLine("ingest.alone.cpu.c64", medianOf(alone), "us/request");
    printLine("ingest.gate.cost", medianOf(cost), "%");
    return 0;
}
