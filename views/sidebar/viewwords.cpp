// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidebar/viewwords.h"

#include "views/sidebar/viewsession.h"

#include <QCoreApplication>
#include <QLocale>

namespace views {

namespace {

struct ViewWords
{
    Q_DECLARE_TR_FUNCTIONS(views::ViewWords)
};

} // namespace

QString countWords(const QModelIndex &index)
{
    const QVariant refused = index.data(models::SavedViewList::RefusedRole);
    if (refused.isValid())
        return ViewWords::tr("%1 requests").arg(QLocale().toString(refused.toLongLong()));
    if (index.data(models::SavedViewList::AskedRole).toBool())
        return ViewWords::tr("The store is being asked how many");
    const QVariant unread = index.data(models::SavedViewList::UnreadRole);
    const QVariant open = index.data(models::SavedViewList::OpenRole);
    if (!unread.isValid())
        return {};
    const QLocale locale;
    return ViewWords::tr("%1 unread, %2 open")
            .arg(locale.toString(unread.toLongLong()), locale.toString(open.toLongLong()));
}

QString viewToolTip(const ViewSession &session, const QModelIndex &index)
{
    const models::SavedView &view = session.list().at(index.row());
    QStringList lines { view.name };
    if (view.shows == models::SavedView::Shows::Refused)
        lines.append(ViewWords::tr("The requests that were refused, on the page “Deliveries”"));
    else
        lines.append(view.filter.isEmpty() ? ViewWords::tr("All events") : view.filter);
    const QString counts = countWords(index);
    if (!counts.isEmpty())
        lines.append(counts);
    if (index.row() == session.activeRow() && session.isModified())
        lines.append(ViewWords::tr("Changed since it was saved"));
    if (index.row() < 9)
        lines.append(ViewWords::tr("Key %1").arg(index.row() + 1));
    return lines.join(QLatin1Char('\n'));
}

} // namespace views
