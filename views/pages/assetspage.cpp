// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/assetspage.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"
#include "views/widgets/cellpainting.h"

#include <QAction>
#include <QLocale>

namespace views {

using models::Asset;
using models::AssetsModel;

AssetsPage::AssetsPage(const Boards &boards, QWidget *parent)
    : BoardPage(QStringLiteral("assetsPage"), boards, m_assets, parent),
      m_assets(boards.keeper, boards.index)
{
    auto *issues = new QAction(tr("Show its open issues"), this);
    issues->setObjectName(QStringLiteral("assetsPage.issues"));
    connect(issues, &QAction::triggered, this, [this] {
        if (const auto place = selectedPlace())
            emit issuesRequested(nameOf(*place));
    });
    auto *events = new QAction(tr("Show its events"), this);
    events->setObjectName(QStringLiteral("assetsPage.events"));
    connect(events, &QAction::triggered, this, &AssetsPage::showEvents);
    auto *pane = new EntryPane({ .name = QStringLiteral("assetPane"),
                                 .nothing = tr("Select an asset to see what is known of it."),
                                 .actions = { issues, events } },
                               this);
    pane->setAccessibleName(tr("Asset details"));
    build({ .name = QStringLiteral("assetsPage"),
            .title = tr("Assets"),
            .searchHint = tr("Search name, id, type, group or place"),
            .actions = { issues, events },
            .pane = pane,
            .columns = columnPlan(),
            .descending = { AssetsModel::FirstSeen, AssetsModel::LastSeen, AssetsModel::OpenUrgent,
                            AssetsModel::OpenHigh, AssetsModel::OpenMedium, AssetsModel::OpenLow,
                            AssetsModel::OpenAll },
            .naturalColumn = AssetsModel::OpenAll });
}

std::vector<ColumnPlan> AssetsPage::columnPlan() const
{
    const auto words = [this](const QString &widest, int extra = 0) {
        return fontMetrics().horizontalAdvance(widest) + 16 + extra;
    };
    using namespace std::chrono;
    const models::Instant moment = sys_days(year(2000) / 11 / 28) + hours(22) + minutes(48);
    const int time = words(models::shortTime(moment, moment + days(2)));
    const auto number = [&](const QString &title) {
        return qMax(words(title, 8), words(QStringLiteral("9,999"), severityShapeWidth));
    };
    std::vector<ColumnPlan> plan(AssetsModel::ColumnCount);
    plan[AssetsModel::Name] = { .minimum = words(QStringLiteral("service-name.example")),
                                .weight = 5 };
    plan[AssetsModel::Type] = { .minimum = words(tr("Mobile application")), .drop = 6 };
    plan[AssetsModel::Group] = { .minimum = words(tr("Asset group")), .weight = 2, .drop = 4 };
    plan[AssetsModel::DiscoveredVia] = { .minimum = words(tr("Amazon Web Services")), .drop = 1 };
    plan[AssetsModel::HostedOn] = { .minimum = words(tr("Amazon Web Services")), .drop = 2 };
    plan[AssetsModel::FirstSeen] = { .minimum = time, .drop = 3 };
    plan[AssetsModel::LastSeen] = { .minimum = time, .drop = 5 };
    plan[AssetsModel::OpenUrgent] = { .minimum = number(tr("Urgent")) };
    plan[AssetsModel::OpenHigh] = { .minimum = number(tr("High")) };
    plan[AssetsModel::OpenMedium] = { .minimum = number(tr("Medium")), .drop = 8 };
    plan[AssetsModel::OpenLow] = { .minimum = number(tr("Low")), .drop = 7 };
    plan[AssetsModel::OpenAll] = { .minimum = number(tr("Open")) };
    return plan;
}

QString AssetsPage::nameOf(quint32 place) const
{
    const Asset &asset = m_assets.asset(place);
    return boards().index.text(asset.name == 0 ? asset.key : asset.name);
}

void AssetsPage::showEvents()
{
    if (const auto place = selectedPlace())
        emit eventsRequested(
                QString(u"asset:" % models::writtenValue(models::literalValue(nameOf(*place)))));
}

QString AssetsPage::countText(int shown, int all) const
{
    const QLocale locale;
    const QString count = shown == all
            ? tr("%1 assets").arg(locale.toString(all))
            : tr("%1 of %2 assets").arg(locale.toString(shown), locale.toString(all));
    const QString since = models::seenSinceText(boards().keeper.boards().seenSince());
    return since.isEmpty() ? count : QString(count % QStringLiteral(" \u00b7 ") % since);
}

EmptyState::Content AssetsPage::nothingYet() const
{
    return { QLatin1String("assets"),
             tr("No asset yet"),
             tr("An asset shows up here with the first event that names it. What the portal knew "
                "before is not told by the feed."),
             {} };
}

EmptyState::Content AssetsPage::noMatch() const
{
    return { QLatin1String("search"), tr("No asset matches"),
             tr("Nothing has this text and these values."), tr("Show all assets") };
}

ShownEntry AssetsPage::entryAt(quint32 place)
{
    const models::EventIndex &index = boards().index;
    const Asset &asset = m_assets.asset(place);
    ShownEntry shown;
    shown.title = models::singleLine(nameOf(place), 600);
    shown.subtitle = models::singleLine(models::assetWordText(index.text(asset.type)));
    const auto add = [&shown](const QString &label, const QString &value, models::ValueRef ref) {
        if (!value.isEmpty())
            shown.facts.append({ label, models::singleLine(value, 500), std::move(ref) });
    };
    if (asset.name != 0 && asset.key != asset.name)
        add(tr("Id"), index.text(asset.key), {});
    const QString group = index.text(asset.group);
    add(tr("Asset group"), group, refOf(models::Field::Group, group));
    add(tr("Hosted on"), models::assetWordText(index.text(asset.hostedOn)), {});
    add(tr("Found by"), models::assetWordText(index.text(asset.discoveredVia)), {});
    add(tr("First seen"), models::longTime(asset.firstSeen), {});
    add(tr("Last seen"), models::longTime(asset.lastSeen), {});
    const QLocale locale;
    add(tr("Open issues"), locale.toString(asset.openIssues), {});
    for (int level = models::severityCount - 1; level >= 0; --level) {
        const int open = asset.open[std::size_t(level)];
        if (open > 0)
            add(models::severityText(models::Severity(level)), locale.toString(open), {});
    }
    return shown;
}

} // namespace views
