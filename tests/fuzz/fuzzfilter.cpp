// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed: no crash, a problem lies within the text, and an accepted expression reads
// back as itself.
#include "models/index/filter.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
            QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const models::Filter::Parsed parsed = models::Filter::parse(text);
    if (!parsed.filter) {
        const models::Filter::Problem &problem = parsed.problem;
        if (problem.text.isEmpty() || problem.position < 0 || problem.length < 0
            || problem.position > text.size())
            std::abort();
        return 0;
    }
    const QString canonical = parsed.filter->text();
    if (canonical.size() > 4096)
        return 0; // quoting made it longer than what is read
    const models::Filter::Parsed again = models::Filter::parse(canonical);
    if (!again.filter || again.filter->text() != canonical)
        std::abort();
    for (int field = 0; field < models::facetCount; ++field) {
        const auto facet = static_cast<models::Field>(field);
        if (!parsed.filter->withValues(facet, {}).values(facet).isEmpty())
            std::abort();
    }
    parsed.filter->clauses();
    return 0;
}
