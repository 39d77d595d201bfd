// SPDX-License-Identifier: GPL-3.0-or-later
// The bound for ingest: an epoll HTTP server that appends bodies to a file, commits what has
// gathered with one fdatasync while the next gathers, and answers after that. No limits, no
// credentials, no reading of bodies: not for anything but comparing. Prints its port.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <strings.h>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

constexpr char answer[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                          "Content-Length: 51\r\n\r\n"
                          "{\"text\":\"Success\",\"code\":0,\"events\":1,\"repeated\":0}";

/// What has gathered since the last commit: bodies and the sockets that wait for them.
struct Batch
{
    std::string bytes;
    std::vector<int> waiting;
};

/// Commits batches on a thread of its own and tells by an eventfd which sockets to answer.
class Committer final
{
public:
    Committer(const char *file, int wake)
        : m_file(::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)), m_wake(wake),
          m_thread([this] { run(); })
    {
        if (m_file < 0)
            std::exit(1);
    }

    void add(int socket, const char *body, std::size_t size)
    {
        const std::lock_guard lock(m_mutex);
        m_next.bytes.append(body, size);
        m_next.bytes.push_back('\n');
        m_next.waiting.push_back(socket);
        m_some.notify_one();
    }
    std::vector<int> done()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_done, {});
    }

private:
    void run()
    {
        for (;;) {
            Batch batch;
            {
                std::unique_lock lock(m_mutex);
                m_some.wait(lock, [this] { return !m_next.waiting.empty(); });
                std::swap(batch, m_next);
            }
            if (::write(m_file, batch.bytes.data(), batch.bytes.size())
                        != ssize_t(batch.bytes.size())
                || ::fdatasync(m_file) != 0)
                std::exit(1);
            {
                const std::lock_guard lock(m_mutex);
                m_done.insert(m_done.end(), batch.waiting.begin(), batch.waiting.end());
            }
            const std::uint64_t one = 1;
            if (::write(m_wake, &one, sizeof one) != sizeof one)
                std::exit(1);
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_some;
    Batch m_next;
    std::vector<int> m_done;
    int m_file;
    int m_wake;
    std::thread m_thread; // last: it uses all of the above
};

/// Hands every complete request in `buffer` to the committer.
void takeRequests(int socket, std::string &buffer, Committer &committer)
{
    for (;;) {
        const std::size_t end = buffer.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        const char *length = ::strcasestr(buffer.c_str(), "\r\ncontent-length:");
        const std::size_t size = length ? std::strtoul(length + 17, nullptr, 10) : 0;
        if (buffer.size() < end + 4 + size)
            return;
        committer.add(socket, buffer.data() + end + 4, size);
        buffer.erase(0, end + 4 + size);
    }
}

void watch(int poll, int fd)
{
    epoll_event event {};
    event.events = EPOLLIN;
    event.data.fd = fd;
    ::epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
}

int listenAnywhere()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(fd, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(fd, 1024) != 0
        || ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        std::exit(1);
    std::printf("listening on http://127.0.0.1:%d/webhook\n", int(ntohs(address.sin_port)));
    std::fflush(stdout);
    return fd;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: bareserver FILE\n");
        return 2;
    }
    const int wake = ::eventfd(0, EFD_CLOEXEC);
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    Committer committer(argv[1], wake);
    const int listener = listenAnywhere();
    watch(poll, listener);
    watch(poll, wake);

    std::unordered_map<int, std::string> buffers;
    std::array<epoll_event, 256> events;
    std::array<char, 65536> piece;
    for (;;) {
        const int ready = ::epoll_wait(poll, events.data(), int(events.size()), -1);
        for (int i = 0; i < ready; ++i) {
            const int fd = events[std::size_t(i)].data.fd;
            if (fd == listener) {
                const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
                const int on = 1;
                ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                buffers[socket].clear();
                watch(poll, socket);
            } else if (fd == wake) {
                std::uint64_t count = 0;
                if (::read(wake, &count, sizeof count) != sizeof count)
                    return 1;
                for (const int socket : committer.done())
                    (void)!::send(socket, answer, sizeof answer - 1, MSG_NOSIGNAL);
            } else {
                const ssize_t got = ::recv(fd, piece.data(), piece.size(), 0);
                if (got <= 0) {
                    ::close(fd);
                    continue;
                }
                std::string &buffer = buffers[fd];
                buffer.append(piece.data(), std::size_t(got));
                takeRequests(fd, buffer, committer);
            }
        }
    }
}
