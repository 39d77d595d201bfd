// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/assetspage.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/items/assetsmodel.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"
#include "views/keys/keynotes.h"
#include "views/widgets/cellpainting.h"

#include <QAction>
#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <memory>

namespace views {

using models::Asset;
using models::AssetsModel;
using models::Severity;

AssetsPage::AssetsPage(const BoardParts &parts, QWidget *parent)
    : BoardPage(parts, makeSetup(parts), parent)
{
    QAction *open =
            addEntryAction(tr("Open in portal"), QStringLiteral("open"), [this](quint32 at) {
                emit openRequested(this->parts().keeper.boards().assets().asset(at).newestEvent);
            });
    open->setShortcut(QKeySequence(Qt::Key_O));
    noteKey(*open, KeyGroup::AssetsTable);
    addEntryAction(tr("Show its issues"), QStringLiteral("issues"), [this](quint32 at) {
        emit issuesRequested(this->parts().keeper.boards().assets().asset(at).key);
    });
    addEntryAction(tr("Show its events"), QStringLiteral("events"), [this](quint32 at) {
        const QString filter = u"asset:" % models::writtenValue(models::literalValue(nameOf(at)));
        emit eventsRequested(filter);
    });
}

BoardPage::Setup AssetsPage::makeSetup(const BoardParts &parts)
{
    Setup setup;
    setup.name = QStringLiteral("assetsPage");
    setup.title = tr("Assets");
    setup.searchHint = tr("Search asset, type, group, host or id");
    setup.selectHint = tr("Select an asset to see what is open on it.");
    setup.loading = tr("Working out the assets");
    setup.noMatch = tr("No asset matches");
    setup.showAll = tr("Show all assets");
    setup.nothing = {
        QLatin1String("assets"),
        tr("No asset yet"),
        tr("An asset shows up here with the first event that names it. The feed tells "
           "changes only: what nothing happened to is not known."),
        {}
    };
    setup.model = std::make_unique<AssetsModel>(parts.keeper, parts.index);
    setup.columns = makeColumns();
    setup.naturalColumn = AssetsModel::OpenAll;
    setup.searched = { AssetsModel::Name,          AssetsModel::Type,     AssetsModel::Group,
                       AssetsModel::DiscoveredVia, AssetsModel::HostedOn, AssetsModel::Id };
    setup.facets = { { AssetsModel::OpenAll, QStringLiteral("open") },
                     { AssetsModel::Group, QStringLiteral("group") },
                     { AssetsModel::Type, QStringLiteral("type") },
                     { AssetsModel::HostedOn, QStringLiteral("hosted") },
                     { AssetsModel::DiscoveredVia, QStringLiteral("found") } };
    setup.count = [](int shown, int all) {
        const QLocale locale;
        return shown == all
                ? tr("%1 assets").arg(locale.toString(all))
                : tr("%1 of %2 assets").arg(locale.toString(shown), locale.toString(all));
    };
    return setup;
}

std::vector<BoardPage::Column> AssetsPage::makeColumns()
{
    using Kind = CellLook::Kind;
    const QFontMetrics metrics(QApplication::font());
    const auto words = [&metrics](const QString &widest) {
        return metrics.horizontalAdvance(widest) + 16;
    };
    const int time = timeColumnWidth(metrics);
    std::vector<Column> columns(AssetsModel::ColumnCount);
    columns[AssetsModel::Name] = {
        { .minimum = words(QStringLiteral("api.service-name.com")), .weight = 6 }, { Kind::Strong }
    };
    columns[AssetsModel::Type] = {
        { .minimum = words(QStringLiteral("Network service")), .weight = 1, .drop = 5 }
    };
    columns[AssetsModel::Group] = {
        { .minimum = words(QStringLiteral("Asset group")), .weight = 2, .drop = 6 }
    };
    columns[AssetsModel::DiscoveredVia] = {
        { .minimum = words(QStringLiteral("Cloud account")), .weight = 1, .drop = 1 }
    };
    columns[AssetsModel::HostedOn] = {
        { .minimum = words(QStringLiteral("Google Cloud")), .weight = 1, .drop = 2 }
    };
    columns[AssetsModel::FirstSeen] = { { .minimum = time, .drop = 3 }, { Kind::Figures }, true };
    columns[AssetsModel::LastSeen] = { { .minimum = time, .drop = 4 }, { Kind::Figures }, true };
    const auto count = [&](AssetsModel::Column column, const QString &header, Severity severity) {
        const int width = words(header) + 16; // the header has its arrow, a row the shape
        columns[column] = { { .minimum = width }, { Kind::Count, severity }, true };
    };
    count(AssetsModel::OpenUrgent, QStringLiteral("Urgent"), Severity::Urgent);
    count(AssetsModel::OpenHigh, QStringLiteral("9,999"), Severity::High);
    count(AssetsModel::OpenMedium, QStringLiteral("Medium"), Severity::Medium);
    count(AssetsModel::OpenLow, QStringLiteral("9,999"), Severity::Low);
    columns[AssetsModel::OpenAll] = { { .minimum = words(QStringLiteral("99,999")) },
                                      { Kind::Figures },
                                      true };
    columns[AssetsModel::Id] = {
        { .minimum = words(QStringLiteral("0123456789abcdef")), .weight = 1, .hidden = true }
    };
    return columns;
}

QString AssetsPage::nameOf(quint32 place) const
{
    const Asset &asset = parts().keeper.boards().assets().asset(place);
    return parts().index.text(asset.name == 0 ? asset.key : asset.name);
}

QList<Fact> AssetsPage::factsOf(quint32 place) const
{
    const Asset &asset = parts().keeper.boards().assets().asset(place);
    const auto word = [this](models::TermId term) { return models::assetWordText(text(term)); };
    QList<Fact> facts {
        { tr("Type"), word(asset.type) },
        { tr("Group"), text(asset.group) },
        { tr("Found by"), word(asset.discoveredVia) },
        { tr("Hosted on"), word(asset.hostedOn) },
        { tr("First seen"), models::longTime(asset.firstSeen) },
        { tr("Last seen"), models::longTime(asset.lastSeen) },
        { tr("Id"), asset.key == asset.name ? QString() : text(asset.key) },
    };
    facts.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    return facts;
}

ShownEntry AssetsPage::entryAt(quint32 place) const
{
    const Asset &asset = parts().keeper.boards().assets().asset(place);
    ShownEntry entry;
    entry.title = models::singleLine(nameOf(place), 600);
    if (asset.openIssues == 0)
        entry.state = tr("Nothing open");
    for (int level = models::severityCount - 1; level >= 0; --level) {
        if (const int open = asset.open[std::size_t(level)]; open > 0)
            entry.counts.emplace_back(Severity(level), open);
    }
    entry.facts = factsOf(place);
    addOpenIssues(entry, asset.key);
    return entry;
}

/// The most severe first, then what opened last. Looks through the whole board: a few milliseconds
/// for 180,000 subjects.
void AssetsPage::addOpenIssues(ShownEntry &entry, quint32 key) const
{
    struct Line
    {
        models::Issue issue;
        models::Instant since;
    };
    auto lines = std::make_shared<std::vector<Line>>();
    const models::IssueBoard &board = parts().keeper.boards().issues();
    for (quint32 place = 0; place < board.size(); ++place) {
        if (board.state(place).phase != models::IssuePhase::Open
            || board.facts(place).assetKey() != key)
            continue;
        const models::Issue issue = board.issue(place);
        lines->push_back({ issue, issue.openSince() });
    }
    std::sort(lines->begin(), lines->end(), [](const Line &a, const Line &b) {
        const Severity left = a.issue.facts.severity;
        const Severity right = b.issue.facts.severity;
        return left != right ? left > right : a.since > b.since;
    });
    entry.heading = lines->empty() ? tr("No open issue is known") : tr("Open issues");
    entry.lines = int(lines->size());
    entry.lineOf = [this, lines](int row) {
        const models::Issue &issue = (*lines)[std::size_t(row)].issue;
        const QString word = text(issue.facts.severityWord);
        const QString level = word.isEmpty() ? models::severityText(issue.facts.severity)
                                             : models::wordText(word);
        const QString age = issue.age(models::now())
                ? tr("open for %1").arg(models::spanWords(*issue.age(models::now())))
                : QString();
        models::ListLine line;
        line.what = text(issue.facts.title);
        line.when = models::shortTime((*lines)[std::size_t(row)].since, models::now());
        line.more = age.isEmpty() ? level : QString(level % QStringLiteral(" \u00b7 ") % age);
        line.event = issue.newestEvent;
        return line;
    };
}

} // namespace views
