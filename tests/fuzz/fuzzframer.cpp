// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes come from a socket: the framer finds one end of the request, however they are cut.
#include "app/receiver/framer.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

using app::Framer;

struct Outcome
{
    Framer::State state = Framer::State::Head;
    int status = 0;
    qsizetype end = 0;
    qint64 body = 0;
    bool operator==(const Outcome &) const = default;
};

Outcome frame(QByteArrayView bytes, qsizetype step)
{
    app::FramerLimits limits;
    limits.head = 2048;
    limits.fields = 20;
    limits.body = 4096;
    Framer framer(limits);
    Outcome outcome;
    while (outcome.end < bytes.size()) {
        const QByteArrayView some =
                bytes.sliced(outcome.end, qMin(step, bytes.size() - outcome.end));
        qsizetype taken = framer.feed(some);
        if (framer.state() == Framer::State::HeadComplete) {
            const app::RequestHead &head = framer.head();
            const bool sane = !head.method.isEmpty() && head.target.startsWith('/')
                    && !(head.chunked && head.length >= 0);
            if (!sane)
                std::abort();
            framer.takeBody();
            if (framer.state() == Framer::State::Body)
                taken += framer.feed(some.sliced(taken));
        }
        if (taken < 0 || taken > some.size())
            std::abort();
        if (framer.state() == Framer::State::Broken) {
            // Where exactly bytes stopped being a request may depend on how they were cut.
            const int status = framer.violation().status;
            if (status < 400 || status > 599 || *framer.violation().cause == '\0')
                std::abort();
            return { Framer::State::Broken, status, 0, 0 };
        }
        outcome.end += taken;
        if (framer.state() == Framer::State::Complete)
            break;
        if (taken != some.size()) // neither done nor willing to go on
            std::abort();
    }
    outcome.state = framer.state();
    outcome.body = framer.bodySize();
    if (outcome.body > limits.body)
        std::abort();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const Outcome whole = frame(bytes, qsizetype(1) << 30);
    for (const qsizetype step : { 1, 5, 64 }) {
        if (!(frame(bytes, step) == whole))
            std::abort();
    }
    return 0;
}
