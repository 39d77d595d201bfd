// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowtests.h"
#include "models/index/standing.h"

#include <array>

namespace models {

/// `triage:…`: by what the snapshot knows of the team's decisions. Without any, all are new.
class StandingTest final : public RowTest
{
public:
    /// The values of a clause of Field::Triage.
    explicit StandingTest(const QStringList &values);
    void run(const Stretch &stretch, quint8 *passes) override;

private:
    std::array<quint8, standingCount> m_passes {};
};

} // namespace models
