// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"
#include "tests/checks/houserules.h"
#include "tests/checks/layers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using checks::sourceFile;

namespace {

/// Shows of every rule that it finds what it is for, and lets pass what it must.
class RulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void layers_data();
    void layers();
    void length();
    void licence_data();
    void licence();
    void docs_data();
    void docs();
    void paths_data();
    void paths();
    void habits_data();
    void habits();
    void codeWithoutCommentsAndTexts();
    void http();
    void version();
    void tree();
};

void RulesTest::layers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("allowed");

    const auto row = [](const char *path, const char *line, bool allowed) {
        QTest::addRow("%s %s", path, line)
                << QString::fromLatin1(path) << QString::fromLatin1(line) << allowed;
    };
    row("models/a.h", "#include \"models/domain/event.h\"", true);
    row("models/a.h", "#include <QString>", true);
    row("models/a.h", "#include <QtCore/QString>", true);
    row("models/a.h", "#include <vector>", true);
    row("models/a.cpp", "#include <simdjson.h>", true);
    row("models/a.h", "#include <simdjson.h>", false);
    row("models/a.h", "#include <xxhash.h>", false);
    row("models/domain/payload.h", "#include <simdjson.h>", true);
    row("models/domain/a.cpp", "#include \"models/domain/payload.h\"", true);
    row("models/items/a.cpp", "#include \"models/domain/payload.h\"", false);
    row("app/receiver/a.cpp", "#include \"models/domain/payload.h\"", false);
    row("models/a.h", "#include \"app/store/writer.h\"", false);
    row("models/a.h", "#include \"views/pages/page.h\"", false);
    row("models/a.h", "  #  include \"views/pages/page.h\"", false);
    row("models/a.h", "#include <QColor>", false);
    row("models/a.h", "#include <QtGui/QColor>", false);
    row("models/a.h", "#include <QSqlQuery>", false);
    row("models/a.h", "#include <QTcpSocket>", false);
    row("app/store/a.h", "#include \"models/domain/event.h\"", true);
    row("app/store/a.h", "#include \"app/shared/worker.h\"", true);
    row("app/store/a.cpp", "#include <QSqlQuery>", true);
    row("app/store/a.cpp", "#include \"a.moc\"", true);
    row("app/store/a.h", "#include \"views/pages/page.h\"", false);
    row("app/store/a.h", "#include \"app/main/desktop.h\"", false);
    row("app/store/a.h", "#include <QGuiApplication>", false);
    row("app/store/a.h", "#include <QWidget>", false);
    row("app/main/a.cpp", "#include \"views/pages/page.h\"", true);
    row("app/main/a.cpp", "#include <QApplication>", true);
    row("app/main/a.cpp", "#include \"tests/support/fake.h\"", false);
    row("views/pages/a.h", "#include \"models/items/eventsmodel.h\"", true);
    row("views/pages/a.h", "#include <QWidget>", true);
    row("views/pages/a.h", "#include \"app/store/writer.h\"", false);
    row("views/pages/a.h", "#include \"tests/support/fake.h\"", false);
    row("views/pages/a.cpp", "#include <QSqlDatabase>", false);
    row("views/pages/a.cpp", "#include <QTcpServer>", false);
    row("views/pages/a.cpp", "#include <QHttpServer>", false);
    row("tests/flow/a.cpp", "#include \"app/store/writer.h\"", true);
    row("README.md", "#include \"nothing\"", true);
}

void RulesTest::layers()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, allowed);

    const checks::LayerRules rules(QStringLiteral(QT_HEADERS));
    const QStringList problems = rules.problems(sourceFile(path, u"// one\n"_s + line));

    QCOMPARE(problems.isEmpty(), allowed);
    if (!allowed)
        QVERIFY2(problems.constFirst().startsWith(path + u":2: "),
                 qPrintable(problems.constFirst()));
}

void RulesTest::length()
{
    const QString line = u"int x;\n"_s;
    QVERIFY(checks::lengthProblems(sourceFile(u"app/a.cpp"_s, line.repeated(400))).isEmpty());
    QCOMPARE(checks::lengthProblems(sourceFile(u"app/a.cpp"_s, line.repeated(401))).size(), 1);
    QVERIFY(checks::lengthProblems(sourceFile(u"README.md"_s, line.repeated(401))).isEmpty());
}

void RulesTest::licence_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    const QString mark = u"SPDX-License"_s + u"-Identifier: GPL-3.0-or-later\n"_s;
    QTest::newRow("header") << u"app/a.h"_s << u"// "_s + mark << true;
    QTest::newRow("header without") << u"app/a.h"_s << u"#pragma once\n"_s << false;
    QTest::newRow("header too late") << u"app/a.h"_s << u"#pragma once\n// "_s + mark << false;
    QTest::newRow("empty") << u"app/a.h"_s << QString() << false;
    QTest::newRow("script") << u"packaging/run"_s << u"#!/bin/sh\n# "_s + mark << true;
    QTest::newRow("script without") << u"packaging/run"_s << u"#!/bin/sh\nset -eu\n"_s << false;
    QTest::newRow("icon") << u"resources/a.svg"_s << u"<?xml?>\n<!-- "_s + mark << true;
    QTest::newRow("icon without") << u"resources/a.svg"_s << u"<?xml?>\n<svg/>\n"_s << false;
    QTest::newRow("cmake without") << u"app/CMakeLists.txt"_s << u"add_library(a)\n"_s << false;
    QTest::newRow("json carries none") << u"CMakePresets.json"_s << u"{}\n"_s << true;
}

void RulesTest::licence()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(checks::licenceProblems(sourceFile(path, text)).isEmpty(), allowed);
}

void RulesTest::docs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("class") << u"/// A thing.\nclass A final\n{\n};\n"_s << true;
    QTest::newRow("class without") << u"\nclass A final\n{\n};\n"_s << false;
    QTest::newRow("plain comment") << u"// A thing.\nclass A final\n{\n};\n"_s << false;
    QTest::newRow("template") << u"/// A thing.\ntemplate<typename T>\nclass A\n{\n};\n"_s << true;
    QTest::newRow("template without") << u"template<typename T>\nclass A\n{\n};\n"_s << false;
    QTest::newRow("enum") << u"/// Words.\nenum class A { B, C };\n"_s << true;
    QTest::newRow("enum without") << u"enum class A { B, C };\n"_s << false;
    QTest::newRow("forward declaration") << u"class A;\nstruct B;\n"_s << true;
    QTest::newRow("nested, outside") << u"struct A::B\n{\n};\n"_s << true;
    QTest::newRow("nested") << u"/// A.\nstruct A\n{\n    struct B\n    {\n    };\n};\n"_s << true;
}

void RulesTest::docs()
{
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(checks::docProblems(sourceFile(u"models/a.h"_s, text)).isEmpty(), allowed);
    QVERIFY(checks::docProblems(sourceFile(u"models/a.cpp"_s, text)).isEmpty());
}

void RulesTest::paths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    // In two halves, so that this file itself passes.
    QTest::newRow("work folder") << u"see /wo"_s + u"rk/project"_s << false;
    QTest::newRow("home folder") << u"\"/ho"_s + u"me/someone/file\""_s << false;
    QTest::newRow("root's folder") << u"/ro"_s + u"ot/.cache"_s << false;
    QTest::newRow("Mac") << u"cd /Us"_s + u"ers/someone"_s << false;
    QTest::newRow("relative") << u"the frame/work/flow"_s << true;
    QTest::newRow("in an address") << u"https://example.com/home/page"_s << true;
    QTest::newRow("as such") << u"/home and /root"_s << true;
    QTest::newRow("tilde") << u"~/work/x"_s << true;
}

void RulesTest::paths()
{
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(checks::pathProblems(sourceFile(u"README.md"_s, text)).isEmpty(), allowed);
}

void RulesTest::habits_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    const QString app = u"app/a.cpp"_s;
    const QString model = u"models/a.h"_s;
    const QString view = u"views/a.cpp"_s;
    const QString test = u"tests/a.cpp"_s;
    QTest::newRow("string connect") << app << u"connect(a, SIGNAL(b()), c, SLOT(d()));"_s << false;
    QTest::newRow("event loop") << app << u"    QEventLoop loop;"_s << false;
    QTest::newRow("event loop in a test") << test << u"    QEventLoop loop;"_s << true;
    QTest::newRow("process events") << app << u"QCoreApplication::processEvents();"_s << false;
    QTest::newRow("thread sleep") << app << u"QThread::msleep(5);"_s << false;
    QTest::newRow("std sleep") << test << u"std::this_thread::sleep_for(5ms);"_s << false;
    QTest::newRow("singleton") << model << u"    static Store &instance();"_s << false;
    QTest::newRow("proxy") << model << u"class A : public QSortFilterProxyModel"_s << false;
    QTest::newRow("proxy in a test") << test << u"QSortFilterProxyModel peer;"_s << true;
    QTest::newRow("colour in models") << model << u"class QColor;"_s << false;
    QTest::newRow("colour in views") << view << u"QColor colour;"_s << true;
    QTest::newRow("modal loop") << view << u"dialog.exec();"_s << false;
    QTest::newRow("query in app") << app << u"query.exec();"_s << true;
    QTest::newRow("in a comment") << app << u"// no QEventLoop here"_s << true;
    QTest::newRow("in a text") << app << u"say(\"SLOT(x)\");"_s << true;
}

void RulesTest::habits()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(checks::habitProblems(sourceFile(path, text)).isEmpty(), allowed);
}

void RulesTest::codeWithoutCommentsAndTexts()
{
    const auto file = sourceFile(u"app/a.cpp"_s,
                                 u"a; // one\n"
                                 "b /* two\n"
                                 "three */ c;\n"
                                 "d(\"e \\\" // f\", 'g', 1'000);\n"
                                 "h(R\"x(i\n"
                                 "j)x\");\n"
                                 "#include \"k.h\"\n"_s);
    const QStringList expected {
        u"a; "_s, u"b "_s, u" c;"_s, u"d(, , 1'000);"_s, u"h("_s, u");"_s, u"#include \"k.h\""_s
    };
    QCOMPARE(file.code(), expected);
}

void RulesTest::http()
{
    const QString use = u"#include <QHttpServerRequest>\n"_s;
    const auto endpoint = sourceFile(u"app/receiver/endpoint.cpp"_s, use);
    const auto header = sourceFile(u"app/receiver/endpoint.h"_s, u"class QHttpServer;\n"_s);
    const auto other = sourceFile(u"app/receiver/intake.cpp"_s, use);
    const auto elsewhere = sourceFile(u"app/main/main.cpp"_s, use);
    const auto comment = sourceFile(u"app/main/main.cpp"_s, u"// QHttpServer lives elsewhere\n"_s);
    QVERIFY(checks::httpProblems({ header, endpoint, comment }).isEmpty());
    QCOMPARE(checks::httpProblems({ endpoint, other }).size(), 1);
    QCOMPARE(checks::httpProblems({ elsewhere }).size(), 1);
}

void RulesTest::version()
{
    const QString check = u"#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)\n"_s;
    QCOMPARE(checks::versionProblems(sourceFile(u"views/a.cpp"_s, check)).size(), 1);
    QCOMPARE(checks::versionProblems(sourceFile(u"views/a.cpp"_s, u"# elif QT_VERSION\n"_s)).size(),
             1);
    QVERIFY(checks::versionProblems(sourceFile(u"views/a.cpp"_s, u"qVersion();\n"_s)).isEmpty());
}

void RulesTest::tree()
{
    const auto files = checks::readTree(QStringLiteral(SOURCE_DIR));
    const auto has = [&files](QStringView path) {
        return std::ranges::any_of(files, [path](const auto &file) { return file.path == path; });
    };
    for (const QStringView path : { u"CMakeLists.txt", u"README.md", u".ci/run", u"packaging/run",
                                    u"models/domain/event.h", u"tests/checks/rulestest.cpp" })
        QVERIFY2(has(path), qPrintable(path.toString()));
    QVERIFY(!has(u"LICENSE"));
}

} // namespace

QTEST_GUILESS_MAIN(RulesTest)
#include "rulestest.moc"
