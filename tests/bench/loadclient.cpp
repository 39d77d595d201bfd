// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loadclient.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace {

using Clock = std::chrono::steady_clock;

struct FreeTls
{
    void operator()(SSL *tls) const { SSL_free(tls); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};

/// One connection and the request under way on it.
struct Lane
{
    int fd = -1;
    std::unique_ptr<SSL, FreeTls> tls; ///< null: plain
    QByteArray received;
    qsizetype request = -1; ///< -1: none
    Clock::time_point since;
};

int connectTo(quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(fd);
        return -1;
    }
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return fd;
}

/// Agrees on TLS over a connection; the certificate is not looked at. Null: it failed.
std::unique_ptr<SSL, FreeTls> secure(SSL_CTX *context, int fd)
{
    std::unique_ptr<SSL, FreeTls> tls(SSL_new(context));
    if (!tls || SSL_set_fd(tls.get(), fd) != 1 || SSL_connect(tls.get()) != 1)
        return {};
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    return tls;
}

bool sendAll(const Lane &lane, const QByteArray &bytes)
{
    if (lane.tls)
        return SSL_write(lane.tls.get(), bytes.constData(), int(bytes.size())) == bytes.size();
    return ::send(lane.fd, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL)
            == bytes.size();
}

/// Takes what has come; false: the connection has ended.
bool receive(Lane &lane)
{
    std::array<char, 16384> piece;
    if (!lane.tls) {
        const ssize_t got = ::recv(lane.fd, piece.data(), piece.size(), 0);
        lane.received.append(piece.data(), std::max<ssize_t>(got, 0));
        return got > 0;
    }
    int got = 0;
    while ((got = SSL_read(lane.tls.get(), piece.data(), int(piece.size()))) > 0)
        lane.received.append(piece.data(), got);
    return SSL_get_error(lane.tls.get(), got) == SSL_ERROR_WANT_READ;
}

/// The status of a complete answer at the front of `bytes`; 0: not complete yet. Removes it.
int takeAnswer(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    const QByteArray head = bytes.left(end + 2).toLower();
    const qsizetype at = head.indexOf("\r\ncontent-length:");
    const qsizetype size = at < 0
            ? 0
            : head.mid(at + 17, head.indexOf("\r\n", at + 2) - at - 17).trimmed().toLongLong();
    if (bytes.size() < end + 4 + size)
        return 0;
    const int status = bytes.mid(9, 3).toInt();
    bytes.remove(0, end + 4 + size);
    return status;
}

std::chrono::nanoseconds percentile(std::vector<std::chrono::nanoseconds> &times, std::size_t part)
{
    if (times.empty())
        return std::chrono::nanoseconds(0);
    const std::size_t rank = std::max<std::size_t>(1, (times.size() * part + 99) / 100) - 1;
    std::nth_element(times.begin(), times.begin() + std::ptrdiff_t(rank), times.end());
    return times[rank];
}

} // namespace

LoadClient::LoadClient(quint16 port, const QByteArray &token, bool isSecure)
    : m_port(port), m_token(token), m_secure(isSecure)
{
}

QByteArray LoadClient::request(const QByteArray &body) const
{
    QByteArray bytes("POST /webhook HTTP/1.1\r\nHost: 127.0.0.1:");
    bytes.append(QByteArray::number(m_port)).append("\r\nContent-Type: application/json\r\n");
    bytes.append("Authorization: Bearer ").append(m_token).append("\r\nContent-Length: ");
    return bytes.append(QByteArray::number(body.size())).append("\r\n\r\n").append(body);
}

LoadResult LoadClient::run(const QList<QByteArray> &bodies, int connections,
                           std::chrono::seconds limit) const
{
    std::vector<QByteArray> requests;
    requests.reserve(std::size_t(bodies.size()));
    for (const QByteArray &body : bodies)
        requests.push_back(request(body));

    LoadResult result;
    std::vector<std::chrono::nanoseconds> times;
    times.reserve(requests.size());
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Lane> lanes(static_cast<std::size_t>(connections));
    qsizetype next = 0;
    int busy = 0;
    const auto begin = [&](Lane &lane) {
        if (next >= qsizetype(requests.size())) {
            lane.request = -1;
            return;
        }
        lane.request = next++;
        lane.since = Clock::now();
        const QByteArray &bytes = requests[std::size_t(lane.request)];
        // Requests are far smaller than a socket's buffer: this does not block.
        if (!sendAll(lane, bytes)) {
            ++result.failed;
            lane.request = -1;
            return;
        }
        ++busy;
    };
    const std::unique_ptr<SSL_CTX, FreeTls> context(m_secure ? SSL_CTX_new(TLS_client_method())
                                                             : nullptr);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        lanes[i].fd = connectTo(m_port);
        if (m_secure && lanes[i].fd >= 0) {
            lanes[i].tls = secure(context.get(), lanes[i].fd);
            if (!lanes[i].tls)
                ::close(std::exchange(lanes[i].fd, -1));
        }
        if (lanes[i].fd < 0) {
            ++result.failed;
            continue;
        }
        epoll_event event {};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, lanes[i].fd, &event);
    }
    const auto started = Clock::now();
    for (Lane &lane : lanes) {
        if (lane.fd >= 0)
            begin(lane);
    }
    std::array<epoll_event, 256> events;
    while (busy > 0 && Clock::now() - started < limit) {
        const int ready = ::epoll_wait(poll, events.data(), int(events.size()), 1000);
        for (int i = 0; i < ready; ++i) {
            Lane &lane = lanes[events[std::size_t(i)].data.u64];
            if (!receive(lane)) {
                ::epoll_ctl(poll, EPOLL_CTL_DEL, lane.fd, nullptr);
                if (lane.request >= 0) {
                    ++result.failed;
                    --busy;
                }
                continue;
            }
            const int status = takeAnswer(lane.received);
            if (status == 0 || lane.request < 0)
                continue;
            times.push_back(Clock::now() - lane.since);
            if (status == 200)
                ++result.accepted;
            else
                ++result.failed;
            --busy;
            begin(lane);
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - started).count();
    result.perSecond = double(result.accepted) / seconds;
    result.failed += busy;
    result.p50 = percentile(times, 50);
    result.p99 = percentile(times, 99);
    for (const Lane &lane : lanes) {
        if (lane.fd >= 0)
            ::close(lane.fd);
    }
    ::close(poll);
    return result;
}
