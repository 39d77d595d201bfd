// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a request body: nothing crashes, nothing is lost, what was read reads again.
#include "models/domain/decoder.h"
#include "models/domain/jsontext.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const models::DecodedBody decoded = models::decodeBody(body);
    if (decoded.events.isEmpty() && decoded.refused.isEmpty())
        std::abort();
    for (const models::Event &event : decoded.events) {
        if (!body.contains(event.body) || event.title.isEmpty())
            std::abort();
        const models::Event again = models::decodeStored(event.body);
        if (again.title != event.title || again.type != event.type)
            std::abort();
        const QByteArray compact = models::compactJson(event.body);
        if (models::decodeStored(models::compactJson(models::indentJson(event.body, 1 << 24))).title
                    != event.title
            || models::compactJson(compact) != compact)
            std::abort();
    }
    for (const models::RefusedPart &part : decoded.refused) {
        if (part.reason.isEmpty() || !body.contains(part.bytes))
            std::abort();
    }
    return 0;
}
