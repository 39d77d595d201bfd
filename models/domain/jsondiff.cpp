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

/// The field that names the elements of an array; known by the path to it, any element a star.
/// Empty: nothing does.
using Namers = QHash<QString, QString>;

/// Before what stands for an element that has a name: no path has it.
constexpr QChar nameMark(u'\x01');

QString namerOf(const dom::array &elements)
{
    for (const char *const field : { "id", "key", "name" }) {
        QSet<QString> seen;
        bool all = true;
        for (const dom::element one : elements) {
            dom::element value;
            const bool scalar = one.is_object() && one[field].get(value) == simdjson::SUCCESS
                    && (value.is_string() || value.is_number());
            const QString name = scalar ? scalarText(value) : QString();
            all = scalar && !seen.contains(name);
            if (!all)
                break;
            seen.insert(name);
        }
        if (all && !seen.isEmpty())
            return QLatin1String(field);
    }
    return {};
}

QString elementsOf(const QString &path)
{
    return QString(path + QLatin1String(".*"));
}

/// Notes what names the elements of all arrays below an element; recursion as in LeafReader.
void findNamers(dom::element element, const QString &path, Namers &namers)
{
    if (dom::object members; element.get(members) == simdjson::SUCCESS) {
        for (const dom::key_value_pair member : members)
            findNamers(member.value, below(path, nameOf(member.key)), namers);
    } else if (dom::array elements; element.get(elements) == simdjson::SUCCESS) {
        if (elements.size() == 0)
            return;
        const QString namer = namerOf(elements);
        const auto known = namers.find(path);
        if (known == namers.end())
            namers.insert(path, namer);
        else if (*known != namer)
            known->clear();
        for (const dom::element one : elements)
            findNamers(one, elementsOf(path), namers);
    }
}

/// Gathers leaves below an element; recursion is bounded by the depth of the parser.
class LeafReader final
{
public:
    QList<JsonLeaf> leaves;

    explicit LeafReader(const Namers &namers = {}) : m_namers(namers) { }

    void read(dom::element element) { read(element, {}); }

private:
    /// How an element is known: where it stands, by what it is compared, and as one of many.
    struct Place
    {
        QString path;
        QString key;
        QString any;
    };

    void read(dom::element element, const Place &path)
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

    void add(const Place &place, JsonLeaf::Kind kind, const QString &text)
    {
        leaves.append({ place.path, kind, text, place.key });
    }
    void readObject(dom::element element, const Place &path)
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
            read(member.value,
                 { below(path.path, name), below(path.key, name), below(path.any, name) });
        }
        if (seen.isEmpty())
            add(path, JsonLeaf::Kind::EmptyObject, QStringLiteral("{}"));
    }
    void readArray(dom::element element, const Place &path)
    {
        dom::array elements;
        if (element.get(elements) != simdjson::SUCCESS)
            return;
        int number = 0;
        const QByteArray namer = m_namers.value(path.any).toUtf8();
        for (const dom::element one : elements) {
            const QString at = QString::number(number++);
            QString key = below(path.key, at);
            dom::element name;
            if (!namer.isEmpty() && one[namer.constData()].get(name) == simdjson::SUCCESS)
                key = QString(path.key + nameMark + QLatin1Char('[') + QLatin1String(namer)
                              + QLatin1Char('=') + scalarText(name) + QLatin1Char(']'));
            read(one, { below(path.path, at), key, elementsOf(path.any) });
        }
        if (number == 0)
            add(path, JsonLeaf::Kind::EmptyArray, QStringLiteral("[]"));
    }

    const Namers m_namers;
};

/// False: there is nothing to be compared. The root is good until the next call.
bool parseBody(QByteArrayView body, dom::element &root)
{
    return body.size() <= largestBody && parseJson(body, deepest, root) == simdjson::SUCCESS;
}

} // namespace

namespace {

QString placeOf(const JsonLeaf &leaf)
{
    QString place = leaf.key;
    return place.remove(nameMark);
}

} // namespace

std::optional<QList<JsonLeaf>> jsonLeaves(QByteArrayView body)
{
    dom::element root;
    if (!parseBody(body, root))
        return {};
    LeafReader reader;
    reader.read(root);
    return reader.leaves;
}

QList<JsonDifference> compareLeaves(const QList<JsonLeaf> &left, const QList<JsonLeaf> &right)
{
    using Kind = JsonDifference::Kind;
    QHash<QString, qsizetype> onRight;
    for (qsizetype i = 0; i < right.size(); ++i)
        onRight.insert(right.at(i).key, i);
    QSet<QString> onLeft;
    for (const JsonLeaf &leaf : left)
        onLeft.insert(leaf.key);

    QList<JsonDifference> all;
    qsizetype next = 0; // on the right
    const auto takeAdded = [&](qsizetype until) {
        for (; next < until; ++next) {
            if (!onLeft.contains(right.at(next).key))
                all.append({ Kind::Added,
                             right.at(next).path,
                             placeOf(right.at(next)),
                             {},
                             right.at(next) });
        }
    };
    for (const JsonLeaf &leaf : left) {
        const auto found = onRight.constFind(leaf.key);
        if (found == onRight.constEnd()) {
            all.append({ Kind::Removed, leaf.path, placeOf(leaf), leaf, {} });
            continue;
        }
        takeAdded(*found);
        const JsonLeaf &other = right.at(*found);
        const bool equal = leaf.kind == other.kind && leaf.text == other.text;
        all.append({ equal ? Kind::Equal : Kind::Changed, leaf.path, placeOf(leaf), leaf, other });
    }
    takeAdded(right.size());
    return all;
}

std::optional<QList<JsonDifference>> compareBodies(QByteArrayView left, QByteArrayView right)
{
    Namers namers;
    dom::element root;
    for (const QByteArrayView body : { left, right }) {
        if (!parseBody(body, root))
            return {};
        findNamers(root, {}, namers);
    }
    LeafReader readers[] { LeafReader(namers), LeafReader(namers) };
    if (!parseBody(left, root))
        return {};
    readers[0].read(root);
    if (!parseBody(right, root))
        return {};
    readers[1].read(root);
    return compareLeaves(readers[0].leaves, readers[1].leaves);
}

} // namespace models
