// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// How a program ended and what it said.
struct Outcome
{
    int exitCode = -1;
    QString output;
    QString errors;
};

Outcome run(const QString &program, const QStringList &arguments, int seconds = 60)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(seconds * 1'000))
        return { -1, {}, process.errorString() };
    return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
             QString::fromUtf8(process.readAllStandardError()) };
}

/// The programs as built: what they link, what they say of themselves, and the package of them.
class ProgramsTest final : public QObject
{
    Q_OBJECT

private slots:
    void linked();
    void versions();
    void wrongUsage();
    void manualCoversOptions_data();
    void manualCoversOptions();
    void package();
};

void ProgramsTest::linked()
{
    const Outcome cli = run(u"ldd"_s, { QStringLiteral(CLI) });
    QCOMPARE(cli.exitCode, 0);
    QVERIFY(cli.output.contains(u"libQt6HttpServer.so"));
    const QRegularExpression window(u"libQt6(Gui|Widgets|Svg)\\.so"_s);
    QVERIFY2(!window.match(cli.output).hasMatch(), qPrintable(cli.output));
    // The same look at the desktop program finds them.
    QVERIFY(window.match(run(u"ldd"_s, { QStringLiteral(DESKTOP) }).output).hasMatch());
}

void ProgramsTest::versions()
{
    for (const QString &program : { QStringLiteral(CLI), QStringLiteral(DESKTOP) }) {
        const Outcome outcome = run(program, { u"--version"_s });
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.output.contains(QStringLiteral(PROJECT_VERSION)),
                 qPrintable(outcome.output));
    }
}

void ProgramsTest::wrongUsage()
{
    for (const QString &program : { QStringLiteral(CLI), QStringLiteral(DESKTOP) }) {
        const Outcome outcome = run(program, { u"--no-such-option"_s });
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.errors.contains(u"no-such-option"));
    }
}

void ProgramsTest::manualCoversOptions_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("page");

    QTest::newRow("watchfloor") << QStringLiteral(DESKTOP) << QStringList() << u"watchfloor.1"_s;
    for (const char *command : { "serve", "export", "query", "stats", "generate", "send" }) {
        QTest::newRow(command) << QStringLiteral(CLI) << QStringList { QLatin1String(command) }
                               << u"watchfloor-cli.1"_s;
    }
}

void ProgramsTest::manualCoversOptions()
{
    QFETCH(QString, program);
    QFETCH(QStringList, command);
    QFETCH(QString, page);

    const Outcome help = run(program, command + QStringList { u"--help"_s });
    QCOMPARE(help.exitCode, 0);
    QFile file(QStringLiteral(SOURCE_DIR "/packaging/linux/") + page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString manual = QString::fromUtf8(file.readAll()).replace(u"\\-"_s, u"-"_s);

    static const QRegularExpression option(u"^ *(?:-\\w, )*--([a-z][a-z-]+)"_s,
                                           QRegularExpression::MultilineOption);
    QStringList missing;
    int seen = 0;
    for (auto it = option.globalMatch(help.output); it.hasNext(); ++seen) {
        const QString name = u"--"_s + it.next().captured(1);
        if (name != u"--help-all" && !manual.contains(name))
            missing.append(name);
    }
    QVERIFY2(seen > 0, qPrintable(help.output));
    QVERIFY2(missing.isEmpty(), qPrintable(page + u" lacks "_s + missing.join(u' ')));
    for (const QString &word : command)
        QVERIFY(manual.contains(word));
}

void ProgramsTest::package()
{
    QTemporaryDir folder;
    const Outcome made = run(QStringLiteral(CPACK),
                             { u"--config"_s, QStringLiteral(BUILD_DIR "/CPackConfig.cmake"),
                               u"-G"_s, u"DEB"_s, u"-B"_s, folder.path() },
                             240);
    QVERIFY2(made.exitCode == 0, qPrintable(made.output + made.errors));
    const QStringList debs = QDir(folder.path()).entryList({ u"watchfloor_*.deb"_s });
    QCOMPARE(debs.size(), 1);
    const QString deb = folder.filePath(debs.constFirst());

    const QString files = run(u"dpkg-deb"_s, { u"--contents"_s, deb }).output;
    for (const QString &path :
         { u"./usr/bin/watchfloor\n"_s, u"./usr/bin/watchfloor-cli\n"_s,
           u"./usr/share/applications/org.watchfloor.Watchfloor.desktop\n"_s,
           u"./usr/share/metainfo/org.watchfloor.Watchfloor.metainfo.xml\n"_s,
           u"./usr/share/icons/hicolor/scalable/apps/org.watchfloor.Watchfloor.svg\n"_s,
           u"./usr/share/man/man1/watchfloor.1.gz\n"_s,
           u"./usr/share/man/man1/watchfloor-cli.1.gz\n"_s,
           u"./usr/share/doc/watchfloor/copyright\n"_s,
           u"./usr/lib/systemd/user/watchfloor.service\n"_s })
        QVERIFY2(files.contains(path), qPrintable(u"no "_s + path + files));
    // Nothing but the two programs runs, and no headers or static libraries slip in.
    QCOMPARE(files.count(QRegularExpression(u"^-rwx"_s, QRegularExpression::MultilineOption)), 2);
    QVERIFY(!files.contains(QRegularExpression(u"\\.(h|a)\\n"_s)));

    const QString depends = run(u"dpkg-deb"_s, { u"--field"_s, deb, u"Depends"_s }).output;
    for (const QString &package :
         { u"libqt6core6"_s, u"libqt6httpserver6"_s, u"libqt6widgets6"_s, u"libqt6sql6-sqlite"_s,
           u"libqt6svg6"_s, u"qt6-qpa-plugins"_s, u"libqt6keychain1"_s, u"libsimdjson"_s })
        QVERIFY2(depends.contains(package), qPrintable(u"no "_s + package + u" in "_s + depends));
}

} // namespace

QTEST_GUILESS_MAIN(ProgramsTest)
#include "programstest.moc"
