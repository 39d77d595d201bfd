// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/boardwords.h"

#include "models/items/boardmodel.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace views {

namespace {

struct BoardWords
{
    Q_DECLARE_TR_FUNCTIONS(BoardWords)
};

} // namespace

EmptyState::Content boardNotKnown(const models::BoardKeeper &keeper, const QString &title)
{
    if (!keeper.problem().isEmpty())
        return { QLatin1String("warning"),
                 BoardWords::tr("The events cannot be read"),
                 BoardWords::tr("%1\nIt is tried again by itself.").arg(keeper.problem()),
                 {} };
    return {
        QLatin1String("hourglass"),
        title,
        keeper.progress() > 0
                ? BoardWords::tr("%1 events so far.").arg(QLocale().toString(keeper.progress()))
                : BoardWords::tr("Reading the events from the store."),
        {}
    };
}

EmptyState::Content noEntryMatches(const models::BoardQuery &query, const QString &title,
                                   const QString &showAll)
{
    QStringList chosen;
    const models::BoardFilter &filter = query.filter();
    if (!filter.text.isEmpty())
        chosen += BoardWords::tr("Text: %1").arg(models::singleLine(filter.text, 80));
    for (auto column = filter.chosen.cbegin(); column != filter.chosen.cend(); ++column) {
        const QString name =
                query.model().headerData(column.key(), Qt::Horizontal, Qt::DisplayRole).toString();
        const QString values = column->values().join(QStringLiteral(", "));
        chosen += BoardWords::tr("%1: %2").arg(name, models::singleLine(values, 200));
    }
    return { QLatin1String("search"), title, chosen.join(u'\n'), showAll };
}

QString countSince(const QString &count, const std::optional<models::Instant> &seenSince)
{
    const QString since = models::seenSinceText(seenSince);
    return since.isEmpty() ? count : QString(count % QStringLiteral(" \u00b7 ") % since);
}

} // namespace views
