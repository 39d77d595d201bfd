// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copytext/copyformats.h"

#include <QRegularExpression>

namespace models {
namespace {

QString entity(QChar c)
{
    return QStringLiteral("&#%1;").arg(int(c.unicode()));
}

bool isWord(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

/// Signs that format only at the edge of a word: within one they mean themselves.
bool isEdgeSign(QChar c)
{
    return QLatin1String("*_-+^~").contains(c);
}

/// "(!)" and ":)" become pictures.
bool isPicture(const QString &text, qsizetype at)
{
    static const QRegularExpression bracket(
            QStringLiteral("\\G\\((?:[/x!+?*yni-]|on|off|\\*[rgby])\\)"));
    static const QRegularExpression face(QStringLiteral("\\G[:;]-?[()DPp|]"));
    const QRegularExpression &wanted = text.at(at) == u'(' ? bracket : face;
    return wanted.match(text, at).hasMatch();
}

QString percent(const QString &text, QLatin1String signs)
{
    QString out;
    for (const QChar c : text) {
        if (signs.contains(c))
            out += QStringLiteral("%%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0')).toUpper();
        else
            out += c;
    }
    return out;
}

} // namespace

QString jiraEscaped(const QString &text)
{
    static const QRegularExpression lineMark(QStringLiteral("^([ \\t]*)(h[1-6]|bq)\\."),
                                             QRegularExpression::MultilineOption);
    QString marked = text;
    marked.replace(lineMark, QStringLiteral("\\1\\2\u0001")); // the dot of "h1.", see below
    QString out;
    out.reserve(marked.size() + 32);
    for (qsizetype i = 0; i < marked.size(); ++i) {
        const QChar c = marked.at(i);
        if (c == QChar(1)) {
            out += entity(u'.');
        } else if (c == u'\\' || c == u'&') {
            out += entity(c); // a double backslash ends the line
        } else if (QLatin1String("{}[]|!?#").contains(c)) {
            out += u'\\';
            out += c;
        } else if (isEdgeSign(c) && !(isWord(marked, i - 1) && isWord(marked, i + 1))) {
            out += u'\\';
            out += c;
        } else if (c == u'/' && i > 0 && marked.at(i - 1) == u':') {
            out += entity(c); // a bare address would become a link
        } else if ((c == u'(' || c == u':' || c == u';') && isPicture(marked, i)) {
            out += entity(c);
        } else if (c == u':'
                   && marked.left(i).endsWith(QLatin1String("mailto"), Qt::CaseInsensitive)) {
            out += entity(c);
        } else {
            out += c;
        }
    }
    return out;
}

QString jiraAddress(const QString &encodedUrl)
{
    return percent(encodedUrl, QLatin1String("[]{}|\\^!*"));
}

QString slackEscaped(const QString &text)
{
    static const QRegularExpression everybody(QStringLiteral("@(?=here|channel|everyone|group)"),
                                              QRegularExpression::CaseInsensitiveOption);
    QString out = text;
    out.replace(u'&', QLatin1String("&amp;"));
    out.replace(u'<', QLatin1String("&lt;"));
    out.replace(u'>', QLatin1String("&gt;"));
    return out.replace(everybody, QStringLiteral("@ "));
}

QString slackAddress(const QString &encodedUrl)
{
    return percent(encodedUrl, QLatin1String("|<>")).replace(u'&', QLatin1String("&amp;"));
}

QString sheetCell(const QString &text)
{
    // Full-width signs begin a formula, too, where the sheet speaks Japanese or Chinese.
    static const QString leads = QStringLiteral("=+-@\"'\uff1d\uff0b\uff0d\uff20");
    QString cell;
    cell.reserve(text.size() + 1);
    for (const QChar c : text) {
        const bool control = c < u' ' || (c >= QChar(0x7f) && c < QChar(0xa0)) || c == QChar(0x2028)
                || c == QChar(0x2029);
        cell += control ? QChar(u' ') : c;
    }
    cell = cell.trimmed();
    if (!cell.isEmpty() && leads.contains(cell.front()))
        cell.prepend(u'\'');
    return cell;
}

QString tabSeparated(const QList<QStringList> &rows)
{
    QString out;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &text : row)
            cells += sheetCell(text);
        out += cells.join(u'\t');
        out += u'\n';
    }
    return out;
}

} // namespace models
