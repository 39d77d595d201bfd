// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checks/layers.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace checks {

using namespace Qt::StringLiterals;

std::optional<Include> includeOf(const QString &line)
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s);
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return Include { match.captured(2), match.captured(1) == u"\"" };
}

namespace {

/// Headers that show simdjson, for the other files of their folder only.
const QString kDecoderInternal = QStringLiteral("models/domain/payload.h");

} // namespace

LayerRules::LayerRules(QString qtHeaders) : m_qtHeaders(std::move(qtHeaders)) { }

QStringList LayerRules::problems(const SourceFile &file) const
{
    QStringList result;
    if (!file.isCpp())
        return result;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        const auto include = includeOf(file.lines.at(i));
        if (!include)
            continue;
        const QString reason = verdict(file, *include);
        if (!reason.isEmpty())
            result.append(u"%1:%2: %3 %4"_s.arg(file.path).arg(i + 1).arg(include->name, reason));
    }
    return result;
}

bool LayerRules::isOf(const QString &module, const QString &name) const
{
    return name.startsWith(module + u'/')
            || (name.startsWith(u'Q')
                && QFileInfo::exists(m_qtHeaders + u'/' + module + u'/' + name));
}

QString LayerRules::verdict(const SourceFile &file, const Include &include) const
{
    const QString &name = include.name;
    const bool models = file.isIn(u"models/");
    const bool main = file.isIn(u"app/main/");
    const bool app = file.isIn(u"app/") && !main;
    const bool views = file.isIn(u"views/");

    if (include.quoted) {
        if (name.endsWith(u".moc"))
            return {};
        if (name == kDecoderInternal && !file.isIn(u"models/domain/"))
            return u"is internal to the decoder"_s;
        const auto from = [&name](QStringView layer) { return name.startsWith(layer); };
        if (models && !from(u"models/"))
            return u"is not of models"_s;
        if (app && !from(u"models/") && !from(u"app/"))
            return u"is neither of models nor of app"_s;
        if (app && from(u"app/main/"))
            return u"is a composition root, which nobody includes"_s;
        if (views && !from(u"models/") && !from(u"views/"))
            return u"is neither of models nor of views"_s;
        if (main && from(u"tests/"))
            return u"is a test"_s;
        return {};
    }

    const bool ofQt = name.startsWith(u'Q');
    if (models && ofQt && !isOf(u"QtCore"_s, name))
        return u"is not of Qt Core"_s;
    if (models && file.isHeader() && file.path != kDecoderInternal
        && (name == u"simdjson.h" || name == u"xxhash.h"))
        return u"belongs in a .cpp of models, not in a header"_s;
    for (const auto &module : { u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s }) {
        if (app && isOf(module, name))
            return u"is of "_s + module + u", which the command line does not have"_s;
    }
    for (const auto &module : { u"QtNetwork"_s, u"QtSql"_s, u"QtHttpServer"_s }) {
        if (views && isOf(module, name))
            return u"is of "_s + module + u": views do no input and output"_s;
    }
    return {};
}

} // namespace checks
