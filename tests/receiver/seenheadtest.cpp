// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/seenhead.h"

#include "app/receiver/maskedhead.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

namespace {

constexpr QByteArrayView secret("s3cret-0123456789abcdef");

/// Heads of one connection, one after the other.
class Connection final
{
public:
    /// The head for the record; empty where the framer refuses the head.
    QByteArray masked(const QByteArray &head)
    {
        m_framer.reset();
        m_seen.next();
        m_framer.feed(head);
        if (m_framer.state() != app::Framer::State::HeadComplete)
            return {};
        m_seen.look(m_framer, m_proxies);
        return m_seen.masked(m_framer);
    }
    const app::Peer &sender() const { return m_seen.sender(); }

private:
    app::Framer m_framer { app::FramerLimits() };
    app::TrustedProxies m_proxies;
    app::SeenHead m_seen { QHostAddress::LocalHost };
};

QByteArray headOf(const QByteArray &requestLine, const QByteArrayList &fields)
{
    return requestLine + "\r\n" + fields.join("\r\n") + "\r\n\r\n";
}

} // namespace

/// What is kept of a head must say of the next one what looking at it anew would say.
class SeenHeadTest : public QObject
{
    Q_OBJECT
private slots:
    void sameAsLookedAtAnew()
    {
        QRandomGenerator random(11);
        const auto below = [&random](int most) { return int(random.bounded(most)); };
        Connection connection;
        int compared = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArrayList fields { "Host: a", "User-Agent: sender/1" };
            fields.append((below(4) == 0 ? "Authorization: Bearer  " : "Authorization: Bearer ")
                          + secret.toByteArray());
            constexpr std::array<qint64, 8> lengths { 0,    1,    7,     10,
                                                      1800, 1801, 99999, 4'000'000'000'000'000 };
            const QByteArray digits = QByteArray::number(lengths[std::size_t(below(8))]);
            switch (below(8)) {
            case 0:
                fields.append("Transfer-Encoding: chunked");
                break;
            case 1:
                break;
            case 2:
                fields.append("content-length:\t" + digits + ' ');
                break;
            case 3:
                fields.append("Content-Length: 00" + digits);
                break;
            default:
                fields.append("Content-Length: " + digits);
            }
            if (below(4) == 0)
                fields.append("X-Number: " + digits);
            if (below(4) == 0)
                fields.append("X-Long: " + QByteArray(below(3) * 1500, 'x'));
            if (below(3) == 0)
                std::shuffle(fields.begin(), fields.end(), random);
            if (below(5) == 0)
                fields[below(int(fields.size()))].append("1");
            QByteArray line = "POST /webhook HTTP/1.1";
            if (below(4) == 0) {
                line = "POST /hook/" + secret.toByteArray() + " HTTP/1.1";
                if (below(2) == 0)
                    fields.removeIf(
                            [](const QByteArray &f) { return f.startsWith("Authorization"); });
            }
            const QByteArray head = headOf(line, fields);
            const QByteArray masked = connection.masked(head);
            if (masked.isEmpty())
                continue;
            ++compared;
            QCOMPARE(masked, app::maskedHead(head));
            QVERIFY(!masked.contains(secret));
        }
        QVERIFY2(compared > 15000, qPrintable(QString::number(compared)));
    }

    void senderIsThatOfTheHead()
    {
        Connection connection;
        const QByteArrayList fields { "Host: a", "Content-Length: 5" };
        QVERIFY(!connection.masked(headOf("POST /webhook HTTP/1.1", fields)).isEmpty());
        QVERIFY(connection.sender().local);
        const QByteArrayList forwarded { "Host: a", "Content-Length: 6",
                                         "X-Forwarded-For: 192.0.2.7" };
        QVERIFY(!connection.masked(headOf("POST /webhook HTTP/1.1", forwarded)).isEmpty());
        QVERIFY(!connection.sender().local);
        QVERIFY(!connection.masked(headOf("POST /webhook HTTP/1.1", fields)).isEmpty());
        QVERIFY(connection.sender().local);
    }
};

QTEST_GUILESS_MAIN(SeenHeadTest)
#include "seenheadtest.moc"
