// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuevalues.h"

#include "models/boards/issueboard.h"
#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/issuefacet.h"
#include "models/items/issuesmodel.h"
#include "models/items/issuetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

struct IssueValueWords
{
    Q_DECLARE_TR_FUNCTIONS(IssueValueWords)
};

constexpr qsizetype longest = 120; ///< of one value
constexpr qsizetype mostNamed = 6; ///< values of one part

/// A text that tells a value which is known by an id: of the first issue that has it and says it.
QString textBeside(IssueField field, TermId key, TermId IssueFacts::*told, const IssueBoard &board,
                   const EventIndex &index)
{
    for (quint32 place = 0; place < board.size(); ++place) {
        const IssueDigest &issue = board.digest(place);
        if ((field == IssueField::Asset ? issue.asset : issue.ruleType) != key)
            continue;
        const IssueFacts &facts = board.facts(place);
        if (facts.*told == 0)
            continue;
        if (const QString text = singleLine(index.text(facts.*told), longest); !text.isEmpty())
            return text;
    }
    return singleLine(index.text(key), longest);
}

/// The one of those classes that exclude each other.
IssueClass mainClass(SmallSet classes)
{
    for (int which = int(IssueClass::Fixed); which < issueClassCount; ++which) {
        if (classes.has(which))
            return IssueClass(which);
    }
    return IssueClass::Open;
}

QString clauseText(IssueField field, const QList<qint64> &keys, bool excluded,
                   const IssueBoard &board, const EventIndex &index)
{
    QStringList values;
    for (const qint64 key : keys.mid(0, mostNamed))
        values += issueValueText({ field, key }, board, index);
    if (keys.size() > mostNamed)
        values += QString(QChar(0x2026));
    const QString list = values.join(QStringLiteral(", "));
    const QString name = issueFieldText(field);
    return excluded ? IssueValueWords::tr("%1: not %2").arg(name, list)
                    : IssueValueWords::tr("%1: %2").arg(name, list);
}

} // namespace

QString issueFieldText(IssueField field)
{
    switch (field) {
    case IssueField::Class:
        return IssueValueWords::tr("State");
    case IssueField::Severity:
        return IssueValueWords::tr("Severity");
    case IssueField::Standing:
        return IssueValueWords::tr("Our state");
    case IssueField::Group:
        return IssueValueWords::tr("Asset group");
    case IssueField::Asset:
        return IssueValueWords::tr("Asset");
    case IssueField::Policy:
        return IssueValueWords::tr("Policy");
    case IssueField::Rule:
        break;
    }
    return IssueValueWords::tr("Rule");
}

std::optional<IssueValue> issueValueIn(int column, const Issue &issue,
                                       const TriageJudgement &judgement,
                                       const OverduePolicy &policy, const EventIndex &index)
{
    const auto term = [](IssueField field, TermId key) {
        return key == 0 ? std::nullopt : std::optional(IssueValue { field, key });
    };
    const auto which = [](bool holds, IssueClass found) {
        return holds ? std::optional(IssueValue { IssueField::Class, int(found) }) : std::nullopt;
    };
    const auto classes = [&] {
        const Closure closure = closureFromWord(index.text(issue.statusWord));
        return classesOf(digestOf(issue), closure, { judgement.standing, judgement.isConflict() },
                         policy, now());
    };
    switch (IssuesModel::Column(column)) {
    case IssuesModel::Level:
        return IssueValue { IssueField::Severity, int(issue.facts.severity) };
    case IssuesModel::PortalStatus:
        return which(true, mainClass(classes()));
    case IssuesModel::OurState:
        return IssueValue { IssueField::Standing, int(judgement.standing) };
    case IssuesModel::AssetName:
        return term(IssueField::Asset, issue.facts.assetKey());
    case IssuesModel::Group:
        return term(IssueField::Group, issue.facts.group);
    case IssuesModel::Policy:
        return term(IssueField::Policy, issue.facts.policy);
    case IssuesModel::Due:
        return which(classes().has(IssueClass::Overdue), IssueClass::Overdue);
    case IssuesModel::Regression:
        return which(classes().has(IssueClass::BackAgain), IssueClass::BackAgain);
    default:
        return {};
    }
}

QString issueValueText(const IssueValue &value, const IssueBoard &board, const EventIndex &index)
{
    switch (value.field) {
    case IssueField::Class:
        return issueClassText(IssueClass(value.key));
    case IssueField::Severity:
        return severityText(Severity(value.key));
    case IssueField::Standing:
        return standingText(TriageJudgement::Standing(value.key));
    default:
        break;
    }
    if (value.key == 0)
        return IssueValueWords::tr("not known");
    const auto key = TermId(value.key);
    if (value.field == IssueField::Asset)
        return textBeside(value.field, key, &IssueFacts::asset, board, index);
    if (value.field == IssueField::Rule)
        return textBeside(value.field, key, &IssueFacts::title, board, index);
    return singleLine(index.text(key), longest);
}

QList<IssueClause> issueClauses(const IssueFilter &filter, const IssueBoard &board,
                                const EventIndex &index)
{
    QList<IssueClause> clauses;
    for (int part = 0; part < issueTextPart; ++part) {
        const auto field = IssueField(part / 2);
        const bool excluded = part % 2 != 0;
        const IssueValues &values = excluded ? filter.excluded : filter;
        if (values.count(field) > 0)
            clauses.append({ part, clauseText(field, values.of(field), excluded, board, index) });
    }
    QStringList texts;
    for (const Filter::Clause &clause : filter.expression.clauses())
        texts += clause.text;
    for (int place = 0; place < std::min(int(texts.size()), issueTextParts); ++place) {
        const QString text = place < issueTextParts - 1
                ? texts[place]
                : QStringList(texts.mid(place)).join(QLatin1Char(' '));
        clauses.append({ issueTextPart + place, singleLine(text, longest) });
    }
    return clauses;
}

} // namespace models
