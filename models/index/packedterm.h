// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace models {

/// A text of one of the two forms that the ids of subjects have, in 16 bytes: a UUID in lower
/// case, or a decimal number of up to 18 digits. A value; any thread.
class PackedTerm final
{
public:
    /// Where a text is written; as long as the longest.
    using Buffer = std::array<char, 36>;

    PackedTerm() = default;
    /// Nothing where the text has neither form.
    static std::optional<PackedTerm> from(QByteArrayView text);
    /// The text again, in `buffer`.
    QByteArrayView text(Buffer &buffer) const;

private:
    quint64 m_high = 0; ///< of a UUID; 0: a number
    quint64 m_low = 0;
};

} // namespace models
