// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace models {

/// A JSON text taken apart for showing, of which the end may be missing. Reads forgivingly: what
/// stands before the first mistake is there. Node 0 is the root, which has no text; its children
/// are the values of the text. A value; any thread.
class JsonTree final
{
public:
    enum class Kind : quint8 { Object, Array, Text, Word };
    struct Node
    {
        int parent = -1;
        int row = 0; ///< among the parent's children
        Kind kind = Kind::Object;
        QString name; ///< of the member; empty in an array
        QString value; ///< Text: as it is; Word: its letters
        std::vector<int> children = {};
    };
    /// More values are left out.
    static constexpr int mostNodes = 50000;

    JsonTree() : m_nodes(1) { }
    static JsonTree parse(const QString &text);

    int size() const { return int(m_nodes.size()); }
    const Node &node(int number) const { return m_nodes[std::size_t(number)]; }
    /// Whether all of the text was read.
    bool isComplete() const { return m_complete; }
    /// Where a node stands, as PayloadPath reads it; elements of an array have that of the array.
    QString path(int number) const;
    /// Nodes whose name or value contains `text`, without case, in reading order; at most `most`.
    QList<int> find(const QString &text, int most) const;

private:
    int add(int parent, Kind kind, const QString &name, const QString &value);
    bool read(const QString &text);

    std::vector<Node> m_nodes;
    bool m_complete = true;
};

} // namespace models
