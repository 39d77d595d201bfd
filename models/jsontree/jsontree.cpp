// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontree/jsontree.h"

#include "models/domain/jsonscan.h"

#include <QStringList>

namespace models {

JsonTree JsonTree::parse(const QString &text)
{
    JsonTree tree;
    tree.m_complete = tree.read(text);
    return tree;
}

int JsonTree::add(int parent, Kind kind, const QString &name, const QString &value)
{
    const int number = size();
    std::vector<int> &siblings = m_nodes[std::size_t(parent)].children;
    const int row = int(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back({ parent, row, kind, name, value });
    return number;
}

bool JsonTree::read(const QString &text)
{
    int parent = 0;
    QString name;
    bool named = false; // within an object: the name was read, its value comes
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        if (c.isSpace() || c == u',' || c == u':') {
            ++at;
            continue;
        }
        if (c == u'}' || c == u']') {
            if (parent == 0)
                return false;
            parent = node(parent).parent;
            ++at;
            continue;
        }
        if (size() >= mostNodes)
            return false;
        const bool inObject = parent != 0 && node(parent).kind == Kind::Object;
        if (inObject && !named) {
            const auto member = c == u'"' ? scanJsonString(text, at) : std::nullopt;
            if (!member)
                return false;
            name = *member;
            named = true;
            continue;
        }
        if (c == u'{' || c == u'[') {
            parent = add(parent, c == u'{' ? Kind::Object : Kind::Array, name, {});
            ++at;
        } else {
            const bool quoted = c == u'"';
            const auto value = quoted ? scanJsonString(text, at) : scanJsonWord(text, at);
            if (!value)
                return false;
            add(parent, quoted ? Kind::Text : Kind::Word, name, *value);
        }
        name.clear();
        named = false;
    }
    return parent == 0 && !named;
}

QString JsonTree::path(int number) const
{
    QStringList names;
    for (int at = number; at > 0; at = node(at).parent) {
        const int parent = node(at).parent;
        if (parent > 0 && node(parent).kind == Kind::Object)
            names.prepend(pathName(node(at).name));
    }
    return names.join(u'.');
}

QList<int> JsonTree::find(const QString &text, int most) const
{
    QList<int> found;
    for (int number = 1; number < size() && !text.isEmpty() && found.size() < most; ++number) {
        const Node &one = node(number);
        if (one.name.contains(text, Qt::CaseInsensitive)
            || one.value.contains(text, Qt::CaseInsensitive))
            found += number;
    }
    return found;
}

} // namespace models
