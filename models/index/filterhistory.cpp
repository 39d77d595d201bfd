// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filterhistory.h"

#include <QRegularExpression>

namespace models {

namespace {

/// Tokens are long runs of letters and digits; ids of events have dashes between shorter ones.
bool looksSecret(const QString &text)
{
    static const QRegularExpression token(
            QStringLiteral("bearer\\s|(?=[\\w+/=]*\\d)(?=[\\w+/=]*[A-Za-z])[A-Za-z0-9+/=_]{24,}"),
            QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpressionMatch &match : token.globalMatch(text)) {
        // The portal's words and types are upper case with underscores.
        if (match.captured().toUpper() != match.captured())
            return true;
    }
    return false;
}

} // namespace

void FilterHistory::add(const Filter &filter)
{
    const QString text = filter.text();
    if (filter.isEmpty() || text.size() > longest || looksSecret(text))
        return;
    m_entries.removeAll(text);
    m_entries.prepend(text);
    while (m_entries.size() > most)
        m_entries.removeLast();
}

void FilterHistory::restore(const QStringList &entries)
{
    m_entries.clear();
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        const Filter::Parsed parsed = Filter::parse(*entry);
        if (parsed.filter)
            add(*parsed.filter);
    }
}

} // namespace models
