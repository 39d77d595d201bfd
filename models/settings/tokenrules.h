// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"

#include <QByteArray>
#include <QStringView>

namespace models {

/// What is wrong with a token that is not empty, as a sentence; empty: nothing. Bytes are UTF-8.
/// See validate() for the rules. Pure.
QString tokenProblem(QStringView token, AuthMode mode);
QString tokenProblem(QByteArrayView token, AuthMode mode);

/// A fresh token as generateToken() makes, for those who wipe it after use.
QByteArray generateTokenBytes();

} // namespace models
