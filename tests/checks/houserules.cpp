// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checks/houserules.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace checks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 400;

/// Files that differ by Qt version, each with the one difference it holds.
const QSet<QString> kVersionFiles {
    QStringLiteral("app/receiver/httpcompat.h"), // QAbstractHttpServer::bind(), handlers, from 6.8
    QStringLiteral("views/desktop/colorscheme.cpp"), // QStyleHints::colorScheme(), from 6.5
};

QString at(const SourceFile &file, qsizetype index, const QString &what)
{
    return u"%1:%2: %3"_s.arg(file.path).arg(index + 1).arg(what);
}

/// A pattern that code must not hold, in files under one of these folders.
struct Habit
{
    QStringList folders;
    QRegularExpression pattern;
    QString reason;
    QStringList except = {}; ///< files that may, each with a reason beside it
};

const std::vector<Habit> &habits()
{
    static const QStringList product { u"models/"_s, u"app/"_s, u"views/"_s };
    static const QStringList all { u"models/"_s, u"app/"_s, u"views/"_s, u"tests/"_s };
    static const std::vector<Habit> list {
        { all, QRegularExpression(uR"(\b(SIGNAL|SLOT)\s*\()"_s), u"a connect by string"_s },
        { product, QRegularExpression(uR"(\b(QEventLoop|processEvents)\b)"_s),
          u"a nested event loop"_s },
        { all, QRegularExpression(uR"(\b(sleep_for|sleep_until|usleep|QThread::\w*sleep)\b)"_s),
          u"a sleep"_s },
        { product, QRegularExpression(uR"(\bstatic\s+\w+\s*[&*]\s*(instance|self)\s*\()"_s),
          u"a singleton"_s },
        { product, QRegularExpression(uR"(\bQSortFilterProxyModel\b)"_s),
          u"a proxy model, too slow for events"_s },
        { { u"models/"_s },
          QRegularExpression(uR"(\bQ(Color|Icon|Font|Brush|Pixmap|Palette)\b)"_s),
          u"looks, which views decide"_s },
        { { u"views/"_s },
          QRegularExpression(uR"((\.|->)\s*exec\s*\()"_s),
          u"a nested event loop: use open() or popup()"_s },
    };
    return list;
}

} // namespace

QStringList lengthProblems(const SourceFile &file)
{
    if (!file.isCpp() || file.lines.size() <= kMostLines)
        return {};
    return { at(file, kMostLines, u"%1 lines, split by purpose"_s.arg(file.lines.size())) };
}

QStringList licenceProblems(const SourceFile &file)
{
    static const QRegularExpression carriesComment(
            uR"(\.(h|cpp|cmake|sql|1|in|desktop|xml|svg|qrc|supp)$|(^|/)CMakeLists\.txt$|^packaging/[^./]+$|^\.ci/|^\.clang-tidy$|^\.clazy$)"_s);
    if (!carriesComment.match(file.path).hasMatch())
        return {};
    const bool second = !file.lines.isEmpty()
            && (file.lines.constFirst().startsWith(u"#!")
                || file.lines.constFirst().startsWith(u"<?xml"));
    if (file.lines.value(second ? 1 : 0).contains(u"SPDX-License-Identifier: "))
        return {};
    return { at(file, second ? 1 : 0, u"no SPDX-License-Identifier"_s) };
}

QStringList docProblems(const SourceFile &file)
{
    if (!file.isHeader() || file.isIn(u"tests/"))
        return {};
    static const QRegularExpression definition(
            uR"(^(class|struct|enum class|enum struct|enum)\s+\w+(?!\w|::)([^;]*$|.*\{))"_s);
    static const QRegularExpression between(uR"(^(template\b|\[\[|requires\b|#|Q_))"_s);
    QStringList result;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        if (!definition.match(file.lines.at(i)).hasMatch())
            continue;
        qsizetype before = i - 1;
        while (before >= 0 && between.match(file.lines.at(before)).hasMatch())
            --before;
        if (before < 0 || !file.lines.at(before).startsWith(u"///"))
            result.append(at(file, i, u"no /// before it: "_s + file.lines.at(i)));
    }
    return result;
}

QStringList pathProblems(const SourceFile &file)
{
    // /home and /root as such are words of file systems; with a name below them they are
    // somebody's.
    static const QRegularExpression somebodys(uR"((^|[^\w.~/])/(work|root|home|Users)/[\w.])"_s);
    QStringList result;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        if (somebodys.match(file.lines.at(i)).hasMatch())
            result.append(at(file, i, u"a path of one machine: "_s + file.lines.at(i).trimmed()));
    }
    return result;
}

QStringList habitProblems(const SourceFile &file)
{
    QStringList result;
    if (!file.isCpp())
        return result;
    const QStringList code = file.code();
    for (const Habit &habit : habits()) {
        const bool concerned = std::ranges::any_of(
                habit.folders, [&file](const QString &folder) { return file.isIn(folder); });
        if (!concerned || habit.except.contains(file.path))
            continue;
        for (qsizetype i = 0; i < code.size(); ++i) {
            if (habit.pattern.match(code.at(i)).hasMatch())
                result.append(at(file, i, habit.reason + u": "_s + code.at(i).trimmed()));
        }
    }
    return result;
}

QStringList httpProblems(const std::vector<SourceFile> &files)
{
    static const QRegularExpression httpType(uR"(\bQ(Abstract)?HttpServer\w*\b)"_s);
    QStringList result;
    QSet<QString> units;
    for (const SourceFile &file : files) {
        // The version differences of Qt HttpServer are part of its unit.
        if (!file.isCpp() || file.isIn(u"tests/") || file.path == u"app/receiver/httpcompat.h")
            continue;
        const QStringList code = file.code();
        const auto first = std::ranges::find_if(
                code, [](const QString &line) { return httpType.match(line).hasMatch(); });
        if (first == code.end())
            continue;
        units.insert(file.path.section(u'.', 0, 0));
        if (!file.isIn(u"app/receiver/") || units.size() > 1) {
            result.append(
                    at(file, std::distance(code.begin(), first),
                       u"a type of Qt HttpServer outside its one unit: "_s + first->trimmed()));
        }
    }
    return result;
}

QStringList versionProblems(const SourceFile &file)
{
    static const QRegularExpression check(uR"(^\s*#\s*(el)?if\b.*\bQT_VERSION\b)"_s);
    QStringList result;
    if (!file.isCpp() || kVersionFiles.contains(file.path))
        return result;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        if (check.match(file.lines.at(i)).hasMatch())
            result.append(at(file, i, u"a check of Qt's version outside the files named for it"_s));
    }
    return result;
}

} // namespace checks
