// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payload.h"

namespace models {

namespace {

namespace dom = simdjson::dom;

/// Puts numbers that no machine type holds into quotes: legal JSON, and ids among them must
/// keep every digit. Only used on what the parser refused for a number.
QByteArray quoteLargeNumbers(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size() + 64);
    bool inString = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (inString) {
            out.append(c);
            if (c == '\\' && at + 1 < json.size())
                out.append(json[++at]);
            else if (c == '"')
                inString = false;
            continue;
        }
        inString = c == '"';
        if (c != '-' && (c < '0' || c > '9')) {
            out.append(c);
            continue;
        }
        qsizetype end = at;
        while (end < json.size() && QByteArrayView("+-.eE0123456789").contains(json[end]))
            ++end;
        const QByteArrayView number = json.sliced(at, end - at);
        bool wellFormed = false;
        number.toByteArray().toDouble(&wellFormed);
        const bool isLarge = number.size() > 18 || number.contains('e') || number.contains('E');
        // toDouble() refuses what overflows; digits alone are enough to trust those.
        if (isLarge && (wellFormed || number.contains('e') || number.contains('E')))
            out.append('"').append(number).append('"');
        else
            out.append(number);
        at = end - 1;
    }
    return out;
}

/// The thread's parser: its buffers are several times as large as a body, and making them anew
/// for each takes longer than the parsing.
dom::parser &threadParser()
{
    constexpr size_t largestKept = 256 * 1024; // bytes of a value; the buffers are far larger
    static thread_local dom::parser parser;
    if (parser.capacity() > largestKept)
        parser = dom::parser();
    return parser;
}

simdjson::error_code parseOnce(QByteArrayView json, int depth, dom::element &root)
{
    dom::parser &parser = threadParser();
    simdjson::error_code error = simdjson::SUCCESS;
    if (parser.max_depth() != size_t(depth) || parser.capacity() < size_t(json.size()))
        error = parser.allocate(size_t(json.size()), size_t(depth));
    if (error != simdjson::CAPACITY && error != simdjson::MEMALLOC)
        error = parser.parse(json.data(), size_t(json.size())).get(root);
    return error;
}

} // namespace

simdjson::error_code parseJson(QByteArrayView json, int depth, dom::element &root)
{
    const simdjson::error_code error = parseOnce(json, depth, root);
    if (error != simdjson::NUMBER_ERROR && error != simdjson::TAPE_ERROR)
        return error;
    const QByteArray quoted = quoteLargeNumbers(json);
    return quoted.size() == json.size() ? error : parseOnce(quoted, depth, root);
}

} // namespace models
