// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsondiff.h"

#include "models/domain/payload.h"

#include <QHash>
#include <QSet>

namespace models {

namespace {

namespace dom = simdjson::dom;

constexpr qsizetype largestBody = 1024 * 1024;
constexpr int deepest = 64;
constexpr qsizetype mostLeaves = 20'000;

QString nameOf(std::string_view utf8)
{
    QString name = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    name.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    return name.replace(QLatin1Char('.'), QLatin1String("\\."));
}

QString below(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : QString(path + QLatin1Char('.') + name);
}

/// Gathers leaves below an element; recursion is bounded by the depth of the parser.
class LeafReader final
{
public:
    QList<JsonLeaf> leaves;

    void read(dom::element element, const QString &path)
    {
        if (leaves.size() >= mostLeaves)
            return;
        switch (element.type()) {
        case dom::element_type::OBJECT:
            return readObject(element, path);
        case dom::element_type::ARRAY:
            return readArray(element, path);
        case dom::element_type::STRING:
            return add(path, JsonLeaf::Kind::Text, scalarText(element));
        case dom::element_type::BOOL:
            return add(path, JsonLeaf::Kind::Truth, scalarText(element));
        case dom::element_type::NULL_VALUE:
            return add(path, JsonLeaf::Kind::Null, QStringLiteral("null"));
        default:
            return add(path, JsonLeaf::Kind::Number, scalarText(element));
        }
    }

private:
    void add(const QString &path, JsonLeaf::Kind kind, const QString &text)
    {
        leaves.append({ path, kind, text });
    }
    void readObject(dom::element element, const QString &path)
    {
        dom::object members;
        if (element.get(members) != simdjson::SUCCESS)
            return;
        QSet<QString> seen;
        for (const dom::key_value_pair member : members) {
            const QString name = nameOf(member.key);
            if (seen.contains(name))
                continue;
            seen.insert(name);
            read(member.value, below(path, name));
        }
        if (seen.isEmpty())
            add(path, JsonLeaf::Kind::EmptyObject, QStringLiteral("{}"));
    }
    void readArray(dom::element element, const QString &path)
    {
        dom::array elements;
        if (element.get(elements) != simdjson::SUCCESS)
            return;
        int number = 0;
        for (const dom::element one : elements)
            read(one, below(path, QString::number(number++)));
        if (number == 0)
            add(path, JsonLeaf::Kind::EmptyArray, QStringLiteral("[]"));
    }
};

} // namespace

std::optional<QList<JsonLeaf>> jsonLeaves(QByteArrayView body)
{
    dom::element root;
    if (body.size() > largestBody || parseJson(body, deepest, root) != simdjson::SUCCESS)
        return {};
    LeafReader reader;
    reader.read(root, {});
    return reader.leaves;
}

QList<JsonDifference> compareLeaves(const QList<JsonLeaf> &left, const QList<JsonLeaf> &right)
{
    using Kind = JsonDifference::Kind;
    QHash<QString, qsizetype> onRight;
    for (qsizetype i = 0; i < right.size(); ++i)
        onRight.insert(right.at(i).path, i);
    QSet<QString> onLeft;
    for (const JsonLeaf &leaf : left)
        onLeft.insert(leaf.path);

    QList<JsonDifference> all;
    qsizetype next = 0; // on the right
    const auto takeAdded = [&](qsizetype until) {
        for (; next < until; ++next) {
            if (!onLeft.contains(right.at(next).path))
                all.append({ Kind::Added, right.at(next).path, {}, right.at(next) });
        }
    };
    for (const JsonLeaf &leaf : left) {
        const auto found = onRight.constFind(leaf.path);
        if (found == onRight.constEnd()) {
            all.append({ Kind::Removed, leaf.path, leaf, {} });
            continue;
        }
        takeAdded(*found);
        const JsonLeaf &other = right.at(*found);
        const bool equal = leaf.kind == other.kind && leaf.text == other.text;
        all.append({ equal ? Kind::Equal : Kind::Changed, leaf.path, leaf, other });
    }
    takeAdded(right.size());
    return all;
}

} // namespace models
