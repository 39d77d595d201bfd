// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprocess.h"
#include "tests/support/httprawclient.h"
#include "tests/support/outsideprogram.h"
#include "tests/support/processmemory.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace {

const QString cli = QStringLiteral(CLI);
const QString traceable = QStringLiteral("--core-dumps");

QByteArray utf16(const QByteArray &text)
{
    QByteArray wide;
    for (const char c : text)
        wide.append(c).append('\0');
    return wide;
}

/// The token is in no memory of a collector that serves, and so in no core dump: not after it was
/// made, read, presented rightly or wrongly, in one piece or in many.
class TokenMemoryTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void made();
    void readFromFile();
    void readFromStoreOfTheDesktop();
    void presented();
    void presentedWhereItDoesNotBelong();
    void secretAddress();
    void notDumpable();

private:
    void serve(const QStringList &more = {});
    void isAbsent();
    HttpRawClient &connected();
    QByteArray post(const QByteArray &target, const QByteArray &fields) const;
    QByteArray bearer() const { return "Authorization: Bearer " + m_token + "\r\n"; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServeProcess> m_serve;
    std::vector<std::unique_ptr<HttpRawClient>> m_clients;
    QByteArray m_token;
};

void TokenMemoryTest::init()
{
    m_clients.clear();
    m_serve.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_token.clear();
}

void TokenMemoryTest::serve(const QStringList &more)
{
    m_clients.clear();
    m_serve = std::make_unique<ServeProcess>(cli, m_dir->path());
    QVERIFY(m_serve->start(QStringList { traceable } + more));
    if (m_token.isEmpty())
        m_token = m_serve->token();
    QVERIFY(m_token.size() >= 16);
    if (!ProcessMemory(m_serve->process().processId()).isReadable())
        QSKIP("the memory of another process cannot be read here");
}

void TokenMemoryTest::isAbsent()
{
    const ProcessMemory memory(m_serve->process().processId());
    // A part would be as bad.
    const QByteArray parts[] = { m_token.first(12), m_token.last(12) };
    QByteArrayList found;
    const int count = memory.count(
            { parts[0], parts[1], utf16(parts[0]), utf16(parts[1]), m_token.toHex().first(24) },
            &found);
    QVERIFY2(count == 0, found.join("\n----\n").replace('\0', '.').constData());
    // What is looked for would be found: the folder is in it in both encodings.
    const QByteArray folder = QFileInfo(m_dir->path()).fileName().toLatin1();
    QVERIFY(memory.count({ folder }) > 0);
    QVERIFY(memory.count({ utf16(folder) }) > 0);
}

HttpRawClient &TokenMemoryTest::connected()
{
    m_clients.push_back(std::make_unique<HttpRawClient>(quint16(QUrl(m_serve->url()).port())));
    return *m_clients.back();
}

QByteArray TokenMemoryTest::post(const QByteArray &target, const QByteArray &fields) const
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields
            + "Content-Type: application/json\r\nContent-Length: "
            + QByteArray::number(httpHello.size()) + "\r\n\r\n" + httpHello;
}

void TokenMemoryTest::made()
{
    serve();
    isAbsent();
}

void TokenMemoryTest::readFromFile()
{
    serve();
    serve(); // made by the one before
    isAbsent();
    const QString other = m_dir->filePath(QStringLiteral("other"));
    QFile file(other);
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_token = "Pasted-with-its-word-0123456789";
    file.write("  Bearer " + m_token + "\r\n");
    file.close();
    serve({ QStringLiteral("--token-file"), other });
    isAbsent();
    HttpRawClient &client = connected();
    client.send(post("/webhook", bearer()));
    QCOMPARE(client.reply().status, 200);
    isAbsent();
}

/// The form that is kept while there are two tokens.
void TokenMemoryTest::readFromStoreOfTheDesktop()
{
    QFile file(m_dir->filePath(QStringLiteral("token")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    m_token = R"(to\ken"of/signs-0123456789)";
    file.write(R"({"previous":")" + QByteArray(64, 'a')
               + R"(", "token" : "to\\ken\"of/signs-0123456789","until":4102444800000})" + "\n");
    file.close();
    serve();
    isAbsent();
    HttpRawClient &client = connected();
    client.send(post("/webhook", bearer()));
    QCOMPARE(client.reply().status, 200);
    isAbsent();
}

void TokenMemoryTest::presented()
{
    serve();
    HttpRawClient &client = connected();
    for (int i = 0; i < 20; ++i) {
        client.send(post("/webhook", bearer()));
        QCOMPARE(client.reply().status, 200);
    }
    isAbsent();
    // In pieces that cut the head everywhere, waited for one by one: each is peeked at alone.
    const QByteArray request = post("/webhook", bearer());
    for (const qsizetype size : { 7, 31, 64 }) {
        for (qsizetype at = 0; at < request.size(); at += size) {
            client.send(request.mid(at, size));
            QTRY_COMPARE(client.socket.bytesToWrite(), 0);
            QTest::qWait(2); // the pieces may come together: then this shows less
        }
        QCOMPARE(client.reply().status, 200);
    }
    isAbsent();
    // As the schemes of HEC, the body in chunks, and where the body comes later.
    client.send("POST /services/collector/event HTTP/1.1\r\nHost: a\r\nAuthorization: Splunk "
                + m_token + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.send(QByteArray::number(httpHello.size(), 16) + "\r\n" + httpHello + "\r\n0\r\n\r\n");
    QCOMPARE(client.reply().status, 200);
    isAbsent();
    client.send("GET /healthz HTTP/1.1\r\nHost: a\r\n" + bearer() + "\r\n");
    QCOMPARE(client.reply().status, 200);
    isAbsent();
    m_clients.clear();
    isAbsent();
}

void TokenMemoryTest::presentedWhereItDoesNotBelong()
{
    serve();
    const QByteArray requests[] = {
        post("/webhook?token=" + m_token, {}),
        post("/webhook/" + m_token, {}),
        post("/hook/" + m_token, {}),
        post("/webhook", "X-Token: " + m_token + "\r\n"),
        post("/webhook", "Authorization: " + m_token + "\r\n"),
        post("/webhook", "Authorization: Basic " + m_token + "\r\n"),
        post("/webhook", "Authorization: Bearer " + m_token + "x\r\n"),
        post("/webhook", "Content-Length: " + m_token + "\r\n"),
        "PUT /webhook HTTP/1.1\r\nHost: a\r\n" + bearer() + "\r\n",
        "POST /webhook HTTP/1.1\n" + bearer(),
        post("/webhook", bearer() + "Content-Length: 7\r\n"),
        post("/webhook", bearer() + "Expect: " + m_token + "\r\n"),
    };
    for (const QByteArray &request : requests) {
        HttpRawClient &client = connected();
        client.send(request);
        QVERIFY2(client.reply().status >= 400, request);
    }
    HttpRawClient &pipelined = connected();
    pipelined.send(post("/webhook", bearer()) + post("/webhook", bearer()));
    QCOMPARE(pipelined.reply().status, 400);
    isAbsent();
    // A head that never ends has to be held, but not longer than its connection.
    HttpRawClient &unfinished = connected();
    unfinished.send("POST /webhook HTTP/1.1\r\n" + bearer());
    QTRY_COMPARE(unfinished.socket.bytesToWrite(), 0);
    m_clients.clear();
    const QString url = m_serve->url().chopped(8) + QStringLiteral("/metrics");
    QTRY_VERIFY(postByCurl(url, {}, {}, { QStringLiteral("-X"), QStringLiteral("GET") })
                        .body.contains("watchfloor_connections 1\n"));
    isAbsent();
}

void TokenMemoryTest::secretAddress()
{
    serve({ QStringLiteral("--auth"), QStringLiteral("url") });
    HttpRawClient &client = connected();
    for (int i = 0; i < 3; ++i) {
        client.send(post("/hook/" + m_token, {}));
        QCOMPARE(client.reply().status, 200);
    }
    isAbsent();
    client.send(post("/hook/" + m_token + "/more", {}));
    QCOMPARE(client.reply().status, 401);
    isAbsent();
}

/// Whatever cannot be wiped stays out of core dumps unless somebody asks for them. What the system
/// lets nobody read belongs to root (proc(5)), so the collector runs as somebody else here.
void TokenMemoryTest::notDumpable()
{
    constexpr uid_t nobody = 65534;
    const auto ownerOf = [this](const QStringList &more) {
        QTemporaryDir dir;
        if (::geteuid() == 0 && ::chown(qPrintable(dir.path()), nobody, nobody) != 0)
            return -1;
        ServeProcess serve(cli, dir.path());
        if (::geteuid() == 0)
            serve.process().setChildProcessModifier([] {
                if (::setuid(nobody) != 0)
                    ::_exit(1);
            });
        if (!serve.start(more))
            return -1;
        struct stat facts
        {
        };
        const QString path = QStringLiteral("/proc/%1/environ").arg(serve.process().processId());
        return ::stat(qPrintable(path), &facts) == 0 ? int(facts.st_uid) : -1;
    };
    const int self = ::geteuid() == 0 ? int(nobody) : int(::geteuid());
    const int asked = ownerOf({ traceable });
    if (asked != self)
        QSKIP("the program cannot be run as somebody else here");
    QCOMPARE(ownerOf({}), 0);
}

} // namespace

QTEST_GUILESS_MAIN(TokenMemoryTest)
#include "tokenmemorytest.moc"
