// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedviews/savedview.h"

#include <QCoreApplication>

namespace models {

namespace {

struct Standard
{
    Q_DECLARE_TR_FUNCTIONS(models::SavedView)
};

} // namespace

QList<SavedView> standardViews()
{
    const Order newest;
    const Order byGroup { Order::Key::Group, false, Order::Part { Order::Key::Severity, true } };
    const auto view = [](const QString &name, const char *filter, const Order &order) {
        SavedView made;
        made.name = name;
        made.filter = QString::fromLatin1(filter);
        made.order = order;
        return made;
    };
    QList<SavedView> views {
        view(Standard::tr("Inbox"), "is:unread", newest),
        view(Standard::tr("Urgent open"), "severity:urgent is:open", newest),
        view(Standard::tr("By asset group"), "is:open", byGroup),
        view(Standard::tr("Resolved this week"), "status:fixed age<7d", newest),
        view(Standard::tr("Won't fix and accepted"), "status:accepted", newest),
        view(Standard::tr("New assets"), "family:asset", newest),
        view(Standard::tr("Portal access"), "family:user", newest),
        view(Standard::tr("Refused"), "", newest),
    };
    views.last().shows = SavedView::Shows::Refused;
    return views;
}

QString cleanViewName(const QString &name)
{
    QString clean;
    for (const QChar c : name.left(10 * SavedView::longestName)) {
        const QChar::Category category = c.category();
        // Format signs would let a name reorder or hide what stands beside it.
        if (category == QChar::Other_Format || category == QChar::Other_NotAssigned)
            continue;
        clean += c.isPrint() || c.isSurrogate() ? c : QChar(QLatin1Char(' '));
    }
    clean = clean.simplified();
    if (clean.size() > SavedView::longestName) {
        clean.truncate(SavedView::longestName);
        if (clean.back().isHighSurrogate())
            clean.chop(1);
    }
    return clean.trimmed();
}

QString uniqueViewName(const QString &name, const QStringList &taken)
{
    QString unique = name;
    for (int number = 2; taken.contains(unique, Qt::CaseInsensitive); ++number) {
        const QString ending = QString(QLatin1Char(' ') + QString::number(number));
        unique = QString(name.left(SavedView::longestName - ending.size()).trimmed() + ending);
    }
    return unique;
}

} // namespace models
