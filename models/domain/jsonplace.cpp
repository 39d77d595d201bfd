// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonplace.h"

#include "models/domain/jsonscan.h"

#include <QStringList>

#include <vector>

namespace models {

namespace {

/// Walks over the values of a text, one token after the other.
class Walk final
{
public:
    Walk(QStringView json, qsizetype at) : m_json(json), m_wanted(at) { }

    std::optional<JsonPlace> find()
    {
        while (m_at < m_json.size() && m_at <= m_wanted) {
            const QChar c = m_json[m_at];
            if (c == u'{' || c == u'[') {
                m_levels.push_back({ c == u'{', {}, -1 });
                ++m_at;
            } else if (c == u'}' || c == u']') {
                if (m_levels.empty())
                    return {};
                m_levels.pop_back();
                ++m_at;
                endMember();
            } else if (c == u',') {
                endMember();
                ++m_at;
            } else if (c.isSpace() || c == u':') {
                ++m_at;
            } else if (const std::optional<JsonPlace> found = token()) {
                return found;
            } else if (m_broken) {
                return {};
            }
        }
        return {};
    }

private:
    struct Level
    {
        bool object = false;
        QString name; ///< of the member whose value comes
        qsizetype begin = -1; ///< where the member begins; -1: its name comes
    };

    void endMember()
    {
        if (!m_levels.empty())
            m_levels.back().begin = -1;
    }

    /// A name or a value; the place where it is the wanted one.
    std::optional<JsonPlace> token()
    {
        const qsizetype begin = m_at;
        const bool quoted = m_json[m_at] == u'"';
        const auto scanned = quoted ? scanJsonString(m_json, m_at) : scanJsonWord(m_json, m_at);
        m_broken = !scanned;
        if (m_broken || m_levels.empty())
            return {};
        const QString &text = *scanned;
        Level &level = m_levels.back();
        if (level.object && level.begin < 0) {
            if (!quoted) {
                m_broken = true;
                return {};
            }
            level.begin = begin;
            level.name = text;
            if (m_wanted >= begin && m_wanted <= m_at) // on the name: its value is meant
                m_wanted = valueBegin();
            return {};
        }
        if (m_wanted < begin || m_wanted > m_at)
            return {};
        const bool null = !quoted && text == QLatin1String("null");
        return JsonPlace { path(), null ? QString() : text };
    }

    qsizetype valueBegin() const
    {
        qsizetype at = m_at;
        while (at < m_json.size() && (m_json[at].isSpace() || m_json[at] == u':'))
            ++at;
        return at;
    }

    QString path() const
    {
        QStringList names;
        for (const Level &level : m_levels) {
            if (level.object)
                names.append(pathName(level.name));
        }
        return names.join(u'.');
    }

    QStringView m_json;
    qsizetype m_wanted;
    qsizetype m_at = 0;
    bool m_broken = false;
    std::vector<Level> m_levels;
};

} // namespace

std::optional<JsonPlace> jsonPlaceAt(QStringView json, qsizetype at)
{
    return Walk(json, at).find();
}

} // namespace models
