// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"
#include "tests/checks/houserules.h"
#include "tests/checks/layers.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The rules of the house, on the sources as they are. rulestest shows that the rules can fail.
class TreeTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void layers();
    void lengths();
    void licences();
    void docs();
    void paths();
    void habits();
    void http();
    void versions();

private:
    template<typename Rule> void check(Rule rule) const;

    std::vector<checks::SourceFile> m_files;
};

template<typename Rule> void TreeTest::check(Rule rule) const
{
    QStringList problems;
    for (const checks::SourceFile &file : m_files)
        problems += rule(file);
    QVERIFY2(problems.isEmpty(), qPrintable(u"\n"_s + problems.join(u'\n')));
}

void TreeTest::initTestCase()
{
    m_files = checks::readTree(QStringLiteral(SOURCE_DIR));
    QVERIFY(m_files.size() > 50);
}

void TreeTest::layers()
{
    const checks::LayerRules rules(QStringLiteral(QT_HEADERS));
    check([&rules](const checks::SourceFile &file) { return rules.problems(file); });
}

void TreeTest::lengths()
{
    for (const checks::SourceFile &file : m_files) {
        if (file.isCpp() && file.lines.size() > 300)
            qInfo("%s has %d lines", qPrintable(file.path), int(file.lines.size()));
    }
    check(checks::lengthProblems);
}

void TreeTest::licences()
{
    check(checks::licenceProblems);
}

void TreeTest::docs()
{
    check(checks::docProblems);
}

void TreeTest::paths()
{
    check(checks::pathProblems);
}

void TreeTest::habits()
{
    check(checks::habitProblems);
}

void TreeTest::http()
{
    const QStringList problems = checks::httpProblems(m_files);
    QVERIFY2(problems.isEmpty(), qPrintable(u"\n"_s + problems.join(u'\n')));
}

void TreeTest::versions()
{
    check(checks::versionProblems);
}

} // namespace

QTEST_GUILESS_MAIN(TreeTest)
#include "treetest.moc"
