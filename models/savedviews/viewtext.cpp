// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedviews/viewtext.h"

#include "models/index/filter.h"
#include "models/items/tablelayout.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace models {

namespace {

struct ViewText
{
    Q_DECLARE_TR_FUNCTIONS(models::ViewText)
};

constexpr QLatin1String mark("watchfloor-views");
constexpr QLatin1String list("views");
constexpr QLatin1String name("name");
constexpr QLatin1String filter("filter");
constexpr QLatin1String sort("sort");
constexpr QLatin1String columns("columns");
constexpr QLatin1String shows("shows");
constexpr QLatin1String refused("refused requests");
constexpr int version = 2;
constexpr int firstVersion = 1; // kept the state of a header as columns, and orders in words

/// An order of the first version, "severity descending, time ascending", as it is written now.
QString orderOfFirst(const QString &text)
{
    QStringList now;
    for (const QString &part : text.split(QStringLiteral(", "))) {
        const QStringList words = part.split(QLatin1Char(' '));
        const bool down = words.value(1) == QLatin1String("descending");
        if (words.size() != 2 || (!down && words[1] != QLatin1String("ascending")))
            return text;
        QString word = words[0];
        word.replace(QLatin1Char('_'), QLatin1Char('-'));
        now += QString((down ? QLatin1Char('-') : QLatin1Char('+')) + word);
    }
    return now.join(QLatin1Char(' '));
}

/// The view as that version wrote it, or why it is none.
Result<SavedView> readView(const QJsonObject &object, int written)
{
    SavedView view;
    view.name = cleanViewName(object[name].toString());
    if (view.name.isEmpty())
        return Failure { ViewText::tr("A view without a name.") };
    const auto failure = [&view](const QString &why) {
        return Failure { ViewText::tr("“%1”: %2").arg(view.name, why) };
    };
    if (object[shows].toString() == refused) {
        view.shows = SavedView::Shows::Refused;
        return view;
    }
    const Filter::Parsed parsed = Filter::parse(object[filter].toString());
    if (!parsed.filter)
        return failure(parsed.problem.text);
    view.filter = parsed.filter->text();
    const bool first = written == firstVersion;
    const QString order = first ? orderOfFirst(object[sort].toString()) : object[sort].toString();
    const std::optional<Order> read = order.isEmpty() ? Order {} : orderFromText(order);
    if (!read)
        return failure(ViewText::tr("it is sorted in a way that this version does not know."));
    view.order = *read;
    const QString kept = first ? QString() : object[columns].toString();
    std::optional<QList<TableLayout::Column>> laid = QList<TableLayout::Column> {};
    if (!kept.isEmpty())
        laid = TableLayout::parseColumns(kept);
    if (!laid)
        return failure(ViewText::tr("its columns cannot be understood."));
    view.columns = *laid;
    return view;
}

} // namespace

QByteArray viewsText(const QList<SavedView> &views)
{
    QJsonArray array;
    for (const SavedView &view : views) {
        QJsonObject object { { name, view.name } };
        if (view.shows == SavedView::Shows::Refused) {
            object[shows] = refused;
        } else {
            object[filter] = view.filter;
            object[sort] = orderText(view.order);
            if (!view.columns.isEmpty())
                object[columns] = TableLayout::columnsText(view.columns);
        }
        array.append(object);
    }
    return QJsonDocument(QJsonObject { { mark, version }, { list, array } }).toJson();
}

Result<ReadViews> viewsFromText(const QByteArray &text)
{
    if (text.size() > longestViewsText)
        return Failure { ViewText::tr("The text is too long for views; nothing was read.") };
    const QJsonObject root = QJsonDocument::fromJson(text).object();
    if (!root[mark].isDouble() || !root[list].isArray())
        return Failure { ViewText::tr("This is no text of views; nothing was read.") };
    const int written = root[mark].toInt();
    if (written < firstVersion || written > version) {
        return Failure { ViewText::tr(
                "These views were written by another version; nothing was read.") };
    }
    ReadViews read;
    QStringList taken;
    const QJsonArray array = root[list].toArray();
    for (const QJsonValueConstRef value : array) {
        if (read.views.size() == mostSavedViews) {
            read.left.append(ViewText::tr("There are more than %1 views.").arg(mostSavedViews));
            break;
        }
        Result<SavedView> view = readView(value.toObject(), written);
        if (!view) {
            read.left.append(view.error());
            continue;
        }
        view.value().name = uniqueViewName(view.value().name, taken);
        taken.append(view.value().name);
        read.views.append(view.value());
    }
    return read;
}

} // namespace models
