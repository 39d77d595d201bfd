// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/samplefeeder.h"

#include "models/sample/generator.h"

namespace app {

void submitSamples(models::DeliverySink &sink, int count)
{
    const models::Instant to = models::now();
    const models::Instant from = to - std::chrono::days(90);
    models::SampleGenerator generator(20261124, from, to, count);
    for (int i = 0; i < count; ++i) {
        models::Delivery delivery;
        delivery.received = to;
        delivery.peer = QStringLiteral("sample");
        delivery.path = QStringLiteral("/sample");
        delivery.decoded = models::decodeBody(generator.next());
        // What an event carries as its time is when it would have arrived.
        if (!delivery.decoded.events.isEmpty() && delivery.decoded.events.first().time)
            delivery.received = *delivery.decoded.events.first().time;
        if (!sink.submit(std::move(delivery)))
            return;
    }
}

} // namespace app
