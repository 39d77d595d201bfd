// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/forwardedfield.h"

#include "app/receiver/httpgrammar.h"

namespace app {

namespace {

/// Reads one line, from its start to its end.
class Reader final
{
public:
    Reader(QByteArrayView line, QByteArray &unquoted) : m_rest(line), m_unquoted(unquoted) { }

    /// forwarded-element *( OWS "," OWS forwarded-element )
    bool readLine(QList<ForwardedNode> &nodes)
    {
        do {
            ForwardedNode node;
            if (!readElement(node))
                return false;
            nodes.append(node);
        } while (take(','));
        return m_rest.isEmpty();
    }

private:
    bool take(char c)
    {
        skipBlanks();
        if (m_rest.isEmpty() || m_rest.front() != c)
            return false;
        m_rest = m_rest.sliced(1);
        skipBlanks();
        return true;
    }

    void skipBlanks()
    {
        while (!m_rest.isEmpty() && (m_rest.front() == ' ' || m_rest.front() == '\t'))
            m_rest = m_rest.sliced(1);
    }

    QByteArrayView readToken()
    {
        qsizetype size = 0;
        while (size < m_rest.size() && grammar::isTokenChar(m_rest[size]))
            ++size;
        const QByteArrayView token = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return token;
    }

    /// forwarded-pair *( ";" forwarded-pair ); a parameter must not occur twice.
    bool readElement(ForwardedNode &node)
    {
        bool isNamed = false;
        do {
            const QByteArrayView name = readToken();
            if (name.isEmpty() || m_rest.isEmpty() || m_rest.front() != '=')
                return false;
            m_rest = m_rest.sliced(1);
            const qsizetype at = m_unquoted.size();
            if (!readValue())
                return false;
            if (!grammar::equalsIgnoringCase(name, "for")) {
                m_unquoted.truncate(at);
                continue;
            }
            if (isNamed)
                return false;
            isNamed = true;
            node = { at, m_unquoted.size() - at };
        } while (take(';'));
        return true;
    }

    bool readValue()
    {
        if (m_rest.isEmpty() || m_rest.front() != '"') {
            const QByteArrayView token = readToken();
            m_unquoted.append(token);
            return !token.isEmpty();
        }
        for (qsizetype i = 1; i < m_rest.size(); ++i) { // quoted-string, RFC 9110, 5.6.4
            if (m_rest[i] == '"') {
                m_rest = m_rest.sliced(i + 1);
                return true;
            }
            if (m_rest[i] == '\\' && ++i == m_rest.size())
                return false;
            m_unquoted.append(m_rest[i]);
        }
        return false;
    }

    QByteArrayView m_rest;
    QByteArray &m_unquoted;
};

} // namespace

std::optional<QList<ForwardedNode>> forwardedNodes(const QList<QByteArrayView> &lines,
                                                   QByteArray &unquoted)
{
    QList<ForwardedNode> nodes;
    for (const QByteArrayView line : lines) {
        if (!Reader(line, unquoted).readLine(nodes))
            return {};
    }
    return nodes;
}

} // namespace app
