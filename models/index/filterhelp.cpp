// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filterhelp.h"

#include "models/index/filterfields.h"

#include <QCoreApplication>
#include <QResource>

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterHelp)
};

QString fieldTable(const std::vector<FieldInfo> &fields)
{
    QString table = Words::tr("| field | values | what it is about | for example |\n");
    table += QLatin1String("|---|---|---|---|\n");
    for (const FieldInfo &info : fields) {
        const QString name = info.name.isEmpty()
                ? Words::tr("a path")
                : QString(QLatin1Char('`') + info.name + QLatin1Char('`'));
        table += QStringLiteral("| %1 | %2 | %3 | `%4` |\n")
                         .arg(name, kindWord(info.kind), fieldMeaning(info.field),
                              QString::fromUtf8(info.example));
    }
    return table;
}

} // namespace

QString filterHelp()
{
    const QResource page(QStringLiteral(":/help/filter.md"));
    QString text = QString::fromUtf8(page.uncompressedData());
    text.replace(QLatin1String("<!-- fields -->\n"), fieldTable(filterFields()));
    return text.replace(QLatin1String("<!-- issue fields -->\n"), fieldTable(issueFields()));
}

} // namespace models
