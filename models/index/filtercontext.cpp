// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filtercontext.h"

#include "models/domain/payloadpath.h"
#include "models/index/filterfields.h"

#include <algorithm>

namespace models {

namespace {

/// Goes over the expression term by term until it has passed the cursor.
class ContextReader final
{
public:
    ContextReader(const QString &text, qsizetype cursor, FilterScope scope)
        : m_text(text), m_scope(scope), m_cursor(std::clamp<qsizetype>(cursor, 0, text.size()))
    {
        m_context.scope = scope;
    }

    FilterContext read()
    {
        while (true) {
            skipToTerm();
            if (m_at >= m_cursor && !readsOn())
                return emptyName();
            if (readTerm())
                return m_context;
        }
    }

private:
    bool is(QLatin1String any) const { return m_at < m_text.size() && any.contains(m_text[m_at]); }
    /// A word begins right at the cursor.
    bool readsOn() const
    {
        return m_at == m_cursor && m_at < m_text.size() && !m_text[m_at].isSpace()
                && !is(QLatin1String("()"));
    }
    FilterContext emptyName()
    {
        m_context.from = m_cursor;
        m_context.first = QStringView(m_text).trimmed().isEmpty();
        return m_context;
    }
    void skipToTerm()
    {
        const auto between = [this] {
            return m_at < m_cursor && (m_text[m_at].isSpace() || is(QLatin1String("()-")));
        };
        while (between())
            ++m_at;
    }
    qsizetype wordEnd(QLatin1String stops) const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text[end].isSpace() && !stops.contains(m_text[end]))
            ++end;
        return end;
    }
    /// The end of the quoted text that begins here, and its content up to the cursor.
    qsizetype quoteEnd(QString &typed) const
    {
        qsizetype at = m_at + 1;
        for (; at < m_text.size() && m_text[at] != QLatin1Char('"'); ++at) {
            const bool escape = m_text[at] == QLatin1Char('\\') && at + 1 < m_text.size()
                    && (m_text[at + 1] == QLatin1Char('"') || m_text[at + 1] == QLatin1Char('\\'));
            at += escape ? 1 : 0;
            if (at < m_cursor)
                typed += m_text[at];
        }
        return std::min(at + 1, m_text.size());
    }
    bool closed(qsizetype end) const
    {
        return end - m_at > 1 && m_text[end - 1] == QLatin1Char('"');
    }

    /// Whether the cursor stands in the term.
    bool readTerm()
    {
        const qsizetype from = m_at;
        QString name;
        if (is(QLatin1String("\""))) {
            const qsizetype end = quoteEnd(name);
            if (m_cursor < end || (m_cursor == end && !closed(end))) {
                m_context.part = FilterContext::Part::Text;
                return true;
            }
            m_at = end;
        } else {
            const qsizetype end = wordEnd(QLatin1String("\"():<>"));
            if (m_cursor <= end) {
                m_context.part = FilterContext::Part::Name;
                m_context.from = from;
                m_context.length = end - from;
                m_context.typed = m_text.mid(from, m_cursor - from);
                m_context.first = QStringView(m_text).trimmed().size() == end - from;
                m_at = end;
                m_context.named = is(QLatin1String(":<>"));
                return true;
            }
            name = m_text.mid(from, end - from);
            m_at = end;
        }
        if (!is(QLatin1String(":<>"))) {
            if (m_at == from)
                ++m_at; // a stray sign
            return false;
        }
        return readValues(name);
    }

    FilterNode::Relation sign()
    {
        using Relation = FilterNode::Relation;
        if (is(QLatin1String(":"))) {
            ++m_at;
            return Relation::Is;
        }
        const bool less = is(QLatin1String("<"));
        ++m_at;
        const bool orEqual = is(QLatin1String("="));
        m_at += orEqual ? 1 : 0;
        if (less)
            return orEqual ? Relation::LessOrEqual : Relation::Less;
        return orEqual ? Relation::GreaterOrEqual : Relation::Greater;
    }

    bool readValues(const QString &name)
    {
        m_context.part = FilterContext::Part::Value;
        m_context.relation = sign();
        if (const auto field = fieldFromName(name, m_scope)) {
            m_context.field = *field;
        } else if (const auto path = PayloadPath::from(name);
                   path && name.contains(QLatin1Char('.')) && m_scope == FilterScope::Events) {
            m_context.field = Field::Path;
            m_context.path = path->text();
        } else {
            m_context.part = FilterContext::Part::Text;
        }
        while (true) {
            while (m_at < m_cursor && m_text[m_at].isSpace())
                ++m_at;
            const qsizetype from = m_at;
            QString typed;
            const bool quoted = is(QLatin1String("\""));
            const qsizetype end = quoted ? quoteEnd(typed) : wordEnd(QLatin1String("\"(),"));
            const bool within = quoted && closed(end) ? m_cursor < end : m_cursor <= end;
            if (within) {
                m_context.from = from;
                m_context.length = end - from;
                m_context.typed =
                        quoted ? typed : m_text.mid(from, std::max<qsizetype>(0, m_cursor - from));
                return true;
            }
            m_at = end;
            if (!is(QLatin1String(",")))
                break;
            ++m_at;
        }
        m_context = {};
        m_context.scope = m_scope;
        return false;
    }

    const QString &m_text;
    const FilterScope m_scope;
    qsizetype m_cursor;
    qsizetype m_at = 0;
    FilterContext m_context;
};

} // namespace

FilterContext filterContext(const QString &text, qsizetype cursor, FilterScope scope)
{
    return ContextReader(text, cursor, scope).read();
}

} // namespace models
