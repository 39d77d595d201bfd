// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checks/sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace checks {

namespace {

/// Where a scan over C++ text stands; it may stay inside a comment or raw string over line ends.
enum class State { Code, Text, Character, Block, Raw };

/// Takes comments and literals out of one line, carrying `state` and `rawEnd` to the next.
QString stripped(const QString &line, State &state, QString &rawEnd)
{
    QString out;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QStringView rest = QStringView(line).sliced(i);
        const QChar c = line.at(i);
        switch (state) {
        case State::Code: {
            if (rest.startsWith(u"//"))
                return out;
            const bool digitSeparator = c == u'\'' && !out.isEmpty() && out.back().isDigit();
            if (rest.startsWith(u"/*")) {
                state = State::Block;
                ++i;
            } else if (rest.startsWith(u"R\"")) {
                const qsizetype open = rest.indexOf(u'(');
                if (open < 0)
                    return out;
                rawEnd = QStringLiteral(")") + rest.sliced(2, open - 2).toString()
                        + QStringLiteral("\"");
                state = State::Raw;
                i += open;
            } else if (c == u'"' && !line.trimmed().startsWith(u"#include")) {
                state = State::Text;
            } else if (c == u'\'' && !digitSeparator) {
                state = State::Character;
            } else {
                out += c;
            }
            break;
        }
        case State::Text:
        case State::Character:
            if (c == u'\\')
                ++i;
            else if (c == (state == State::Text ? u'"' : u'\''))
                state = State::Code;
            break;
        case State::Block:
            if (rest.startsWith(u"*/")) {
                state = State::Code;
                ++i;
            }
            break;
        case State::Raw:
            if (rest.startsWith(rawEnd)) {
                state = State::Code;
                i += rawEnd.size() - 1;
            }
            break;
        }
    }
    if (state == State::Text || state == State::Character)
        state = State::Code;
    return out;
}

} // namespace

QStringList SourceFile::code() const
{
    QStringList result;
    State state = State::Code;
    QString rawEnd;
    for (const QString &line : lines)
        result.append(stripped(line, state, rawEnd));
    return result;
}

SourceFile sourceFile(const QString &path, const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return { path, lines };
}

std::vector<SourceFile> readTree(const QString &root)
{
    const QDir top(root);
    QStringList paths;
    for (const char *folder :
         { "models", "app", "views", "resources", "packaging", "tests", ".ci" }) {
        QDirIterator it(top.filePath(QLatin1String(folder)), QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            paths.append(top.relativeFilePath(it.next()));
    }
    for (const QString &name : top.entryList(QDir::Files | QDir::Hidden))
        paths.append(name);
    paths.removeIf([](const QString &path) {
        return path.startsWith(u"tests/data/") || path == u"LICENSE" || path == u".git"
                || path.endsWith(u".png") || path.endsWith(u".user");
    });
    std::ranges::sort(paths);

    std::vector<SourceFile> files;
    for (const QString &path : std::as_const(paths)) {
        QFile file(top.filePath(path));
        if (file.open(QIODevice::ReadOnly))
            files.push_back(sourceFile(path, QString::fromUtf8(file.readAll())));
    }
    return files;
}

} // namespace checks
