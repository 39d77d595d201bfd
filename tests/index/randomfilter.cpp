// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/index/randomfilter.h"

#include "models/index/eventindex.h"

namespace tests {

using namespace models;

void decideAtRandom(EventIndex &index, SampleEvents &random)
{
    SubjectStandings subjects;
    for (quint32 row = 0; row < index.rows(); ++row) {
        const TermId subject = index.term(TermColumn::Subject, row);
        if (subject == 0 || random.below(8) != 0 || subjects.of(subject) != Standing::New)
            continue;
        (random.below(2) == 0 ? subjects.acknowledged : subjects.snoozed).insert(subject);
    }
    index.setStandings(std::make_shared<const Standings>(subjects));
}

QString randomExpression(SampleEvents &random, int depth)
{
    const auto clause = [&]() -> QString {
        switch (random.below(10)) {
        case 0:
            return QLatin1String("group:")
                    + random.pick({ "eu", "\"CA Business Unit\"", "\"\"", "eu*,\"\"", "eu\\*",
                                    "\"Ünits, (all)\"", "*" });
        case 1:
            return QLatin1String("product:")
                    + random.pick({ "api", "API_SECURE", "mobile*", "none,api", "\"\"" });
        case 2:
            return random.pick({ "severity>=high", "severity<P1", "severity:urgent,medium",
                                 "severity:STRANGE", "severity:u*", "severity<=unknown",
                                 "is:unread", "is:read" });
        case 3:
            return random.pick({ "status:open", "status:wont_fix", "status:open,closed",
                                 "status:\"\"", "status:none", "status:c*", "is:open",
                                 "is:Closed,unread", "is:closed", "triage:new",
                                 "triage:acknowledged", "triage:Snoozed,new", "triage:ack*" });
        case 4:
            return QLatin1String("type:")
                    + random.pick({ "network_service", "user_created", "odd", "\"\"", "api*",
                                    "API_SECURE__POLICY_VIOLATION_OPENED" });
        case 5:
            return random.pick({ "age>2d", "age<1d", "time:2023-11-15Z", "time>=2023-11-15Z",
                                 "received<2023-11-15Z", "received>1d", "age:2d", "age<=3d",
                                 "time<=2023-11-14Z", "received>2023-11-14Z", "time<2d",
                                 "time:today", "received:Yesterday", "time>=thisweek",
                                 "received<thismonth", "time>yesterday", "received<=thisyear",
                                 "time:yesterday,thisweek" });
        case 6:
            return random.pick({ "family:violation,user", "asset:shop1*", "policy:tls",
                                 "asset_type:network*", "hosted_on:unknown", "subject:1f,a",
                                 "discovered_via:\"\"", "actor:BOB", "title:\"Weak cipher\"",
                                 "data.affected_asset.name:x*", "data.count>=5" });
        default:
            return random.pick({ "certificate", "EXPIRED", "\"a \\\"quoted\"", "größe", "gro",
                                 "shop", "\"\"", "any:cipher,bob", "new*", "zzz", "example.org2" });
        }
    };
    if (depth == 0 || random.below(3) == 0)
        return clause();
    switch (random.below(4)) {
    case 0:
        return QString(QLatin1Char('-') + QLatin1Char('(') + randomExpression(random, depth - 1)
                       + QLatin1Char(')'));
    case 1:
        return QString(QLatin1Char('(') + randomExpression(random, depth - 1)
                       + QLatin1String(" or ") + randomExpression(random, depth - 1)
                       + QLatin1Char(')'));
    case 2:
        return QString(QLatin1String("not ") + clause());
    default:
        return QString(randomExpression(random, depth - 1) + QLatin1Char(' ')
                       + randomExpression(random, depth - 1));
    }
}

} // namespace tests
