// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copytext/copyformats.h"

#include <QTest>

using namespace models;

namespace {

class CopyFormatsTest final : public QObject
{
    Q_OBJECT
private slots:
    void jira_data();
    void jira();
    void slack_data();
    void slack();
    void addressesCannotEndTheirLink();
    void sheetCells_data();
    void sheetCells();
    void rowsStayRows();

private:
    static void table();
};

void CopyFormatsTest::table()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

void CopyFormatsTest::jira_data()
{
    table();
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("plain words, 3.5 % of it", "plain words, 3.5 % of it");
    row("snake_case and kebab-case stay", "snake_case and kebab-case stay");
    row("*bold* _it_ -gone- +new+ ^up^ ~down~",
        "\\*bold\\* \\_it\\_ \\-gone\\- \\+new\\+ \\^up\\^ \\~down\\~");
    row("{code}rm -rf{code}", "\\{code\\}rm \\-rf\\{code\\}");
    row("{html}<script>{html}", "\\{html\\}<script>\\{html\\}");
    row("[click|https://evil.example]", "\\[click\\|https:&#47;/evil.example\\]");
    row("https://evil.example/", "https:&#47;/evil.example/");
    row("mailto:a@evil.example", "mailto&#58;a@evil.example");
    row("[~admin] look", "\\[\\~admin\\] look");
    row("!https://evil.example/x.png!", "\\!https:&#47;/evil.example/x.png\\!");
    row("||a||b||", "\\|\\|a\\|\\|b\\|\\|");
    row("# one", "\\# one");
    row("----", "\\-\\-\\-\\-");
    row("h1. Big", "h1&#46; Big");
    row("a\n  h3. Big\nbq. said", "a\n  h3&#46; Big\nbq&#46; said");
    row("??cited??", "\\?\\?cited\\?\\?");
    row("back\\slash and \\\\ break", "back&#92;slash and &#92;&#92; break");
    row("&#123;x&#125; &amp;", "&#38;\\#123;x&#38;\\#125; &#38;amp;");
    row("(!) :) ;-) a:b (x)", "&#40;\\!) &#58;) &#59;\\-) a:b &#40;x)");
    row("line\nends\n", "line\nends\n");
}

void CopyFormatsTest::jira()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(jiraEscaped(text), expected);
}

void CopyFormatsTest::slack_data()
{
    table();
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("plain", "plain");
    row("a & b < c > d", "a &amp; b &lt; c &gt; d");
    row("<https://evil.example|securetheorem.com>",
        "&lt;https://evil.example|securetheorem.com&gt;");
    row("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;");
    row("@here @Channel a@b.example", "@ here @ Channel a@b.example");
    row("&lt;", "&amp;lt;");
}

void CopyFormatsTest::slack()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(slackEscaped(text), expected);
}

void CopyFormatsTest::addressesCannotEndTheirLink()
{
    QCOMPARE(jiraAddress(QStringLiteral("https://a.example/x?y=[z]|{q}!*")),
             QStringLiteral("https://a.example/x?y=%5Bz%5D%7C%7Bq%7D%21%2A"));
    QCOMPARE(slackAddress(QStringLiteral("https://a.example/?a=b&c=|<x>")),
             QStringLiteral("https://a.example/?a=b&amp;c=%7C%3Cx%3E"));
}

void CopyFormatsTest::sheetCells_data()
{
    table();
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("plain", "plain");
    row("", "");
    row("=HYPERLINK(\"https://evil.example\")", "'=HYPERLINK(\"https://evil.example\")");
    row("+1", "'+1");
    row("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0");
    row("@SUM(A1)", "'@SUM(A1)");
    row("  =1+1", "'=1+1");
    row("\t=1+1", "'=1+1");
    row("\r\n=1+1", "'=1+1");
    row("\uff1d1+1", "'\uff1d1+1");
    row("\"opens a quote", "'\"opens a quote");
    row("'kept", "''kept");
    row("a\tb\nc\r\nd", "a b c  d");
    row("a\u2028b\u0085c", "a b c");
    row("a = b", "a = b");
}

void CopyFormatsTest::sheetCells()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(sheetCell(text), expected);
}

void CopyFormatsTest::rowsStayRows()
{
    QCOMPARE(tabSeparated({ { QStringLiteral("a\tb"), QStringLiteral("=c") },
                            { QString(), QStringLiteral("d\ne") } }),
             QStringLiteral("a b\t'=c\n\td e\n"));
    QCOMPARE(tabSeparated({}), QString());
}

} // namespace

QTEST_APPLESS_MAIN(CopyFormatsTest)
#include "copyformatstest.moc"
