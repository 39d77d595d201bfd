// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/samplecatalogue.h"
#include "models/sample/samplekind.h"

namespace models {

/// Sample events without a story: network services, portal users and their sign-ins,
/// protection, a type that nobody knows.
class SingleSamples final
{
public:
    explicit SingleSamples(Random random) : m_random(random) { }

    /// One event of a kind as a line whose event time is `now`.
    QByteArray next(const SampleCatalogue &catalogue, SampleKind kind, Instant now);

private:
    void service(LineWriter &out, const SampleCatalogue &catalogue);
    void user(LineWriter &out, const SampleCatalogue &catalogue, SampleKind kind);
    void signIn(LineWriter &out, const SampleCatalogue &catalogue, bool failed);
    void protection(LineWriter &out, const SampleCatalogue &catalogue, SampleKind kind,
                    Instant now);
    void unknown(LineWriter &out);
    void address(LineWriter &out, quint32 of);
    SampleId makeId() { return { m_random.bits(), m_random.bits() }; }

    Random m_random;
};

} // namespace models
