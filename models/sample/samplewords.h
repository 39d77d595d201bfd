// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>

namespace models::samplewords {

/// A kind of problem of which ten rule types are made, one for each place. Texts are JSON safe.
struct Problem
{
    const char *relevance; ///< the vendor's word
    const char *product; ///< event type prefix
    const char *begin; ///< first sentence up to the place
    const char *end; ///< first sentence after the place, with its full stop
    const char *why; ///< what it means
    const char *advice;
};

/// Thirty problems and ten places: 300 rule types.
std::span<const Problem> problems();
std::span<const char *const> places();

/// Sixty names of asset groups.
std::span<const char *const> groups();
/// What services do, for host names.
std::span<const char *const> services();
std::span<const char *const> firstNames();
std::span<const char *const> lastNames();
std::span<const char *const> appNames();
/// Titles of mobile findings with the place in the code after a '|'.
std::span<const char *const> findings();
/// Texts of notes.
std::span<const char *const> notes();
/// Reasons for closing without a fix.
std::span<const char *const> exceptions();
/// What protection saw: mobile and API.
std::span<const char *const> deviceThreats();
std::span<const char *const> requestThreats();

} // namespace models::samplewords
