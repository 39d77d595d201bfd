// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed: no crash, a problem lies within the text, and an accepted expression reads
// back as itself.
#include "models/index/completion.h"
#include "models/index/pathtest.h"

#include <cstdint>
#include <cstdlib>

/// Whatever a path asks for, a body is judged without harm.
static void judge(const models::FilterNode &node)
{
    const models::PathTest test { node };
    test(R"({"event": {"data": {"a": [1, {"b": "x"}], "c": null}}})");
    for (const auto &child : node.children)
        judge(*child);
}

/// An expression about events or issues.
static void read(const QString &text, models::FilterScope scope)
{
    const models::Filter::Parsed parsed = models::Filter::parse(text, scope);
    if (!parsed.filter) {
        const models::Filter::Problem &problem = parsed.problem;
        if (problem.text.isEmpty() || problem.position < 0 || problem.length < 0
            || problem.position > text.size())
            std::abort();
        if (const auto fix = problem.fix) {
            if (fix->position < 0 || fix->length < 0 || fix->position + fix->length > text.size())
                std::abort();
        }
        return;
    }
    const QString canonical = parsed.filter->text();
    if (canonical.size() > 4096)
        return; // quoting made it longer than what is read
    const models::Filter::Parsed again = models::Filter::parse(canonical, scope);
    if (!again.filter || again.filter->text() != canonical)
        std::abort();
    for (int field = 0; field < models::facetCount; ++field) {
        const auto facet = static_cast<models::Field>(field);
        if (!parsed.filter->withValues(facet, {}).values(facet).isEmpty())
            std::abort();
    }
    parsed.filter->clauses();
    judge(parsed.filter->root());
}

static void complete(const QString &text, models::FilterScope scope)
{
    for (const qsizetype cursor : { qsizetype(0), text.size() / 2, text.size() }) {
        const models::FilterContext context = models::filterContext(text, cursor, scope);
        if (context.from < 0 || context.length < 0 || context.from + context.length > text.size())
            std::abort();
        for (const models::Completion &completion : models::completions(context, {}))
            models::completed(text, context, completion);
    }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
            QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const models::FilterScope scope :
         { models::FilterScope::Events, models::FilterScope::Issues,
           models::FilterScope::IssuesOnly }) {
        complete(text, scope);
        read(text, scope);
    }
    return 0;
}
