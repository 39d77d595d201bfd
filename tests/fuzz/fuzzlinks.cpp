// SPDX-License-Identifier: GPL-3.0-or-later
// Any text may stand where an address is expected: what the judge lets through leads over https
// to a host that somebody listed, and what is refused leads nowhere.
#include "models/domain/safeurl.h"

#include <QUrl>

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using Verdict = models::SafeUrl::Verdict;
    const QString raw = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    models::LinkPolicy policy;
    const models::SafeUrl url = models::SafeUrl::judge(raw, policy);
    const bool refused = url.verdict() == Verdict::Refused;
    if (refused == url.url().isValid()
        || (url.verdict() == Verdict::Trusted) != url.reason().isEmpty()
        || url.reason().isEmpty() != (url.why() == models::LinkReason::None))
        std::abort();
    if (refused)
        return url.host().isEmpty() && url.allowName().isEmpty() ? 0 : (std::abort(), 0);
    const auto plain = [](QChar c) { return c > u' ' && c < QChar(0x7f); };
    if (url.url().scheme() != QLatin1String("https") || !url.url().userInfo().isEmpty()
        || !std::all_of(url.host().begin(), url.host().end(), plain))
        std::abort();
    const QString trusted = policy.trustedHosts.first();
    if (url.verdict() == Verdict::Trusted
        && ((url.host() != trusted && !url.host().endsWith(QString(u'.' + trusted)))
            || url.url().port(443) != 443))
        std::abort();
    if (url.allowName().isEmpty())
        return 0;
    policy.allowedHosts << url.allowName();
    if (models::SafeUrl::judge(raw, policy).verdict() != Verdict::Trusted)
        std::abort();
    return 0;
}
