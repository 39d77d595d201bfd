// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/linkreason.h"

#include <QList>
#include <QString>

/// A link that must not open at once, with the reason that is told. Trusted are
/// securetheorem.com with sub-domains and, by itself, dev-acheron.appspot.com.
struct HostileLink
{
    QString raw;
    models::LinkReason why = models::LinkReason::None;
};

/// Links that nobody can allow.
QList<HostileLink> refusedLinks();
/// Links that are asked about.
QList<HostileLink> doubtfulLinks();
