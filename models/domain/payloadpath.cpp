// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payloadpath.h"

#include "models/domain/payload.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace models {

namespace {

namespace dom = simdjson::dom;
using Names = QList<QByteArray>;
using See = std::function<bool(const QString &)>;

std::string_view view(const QByteArray &name)
{
    return { name.constData(), std::size_t(name.size()) };
}

/// A number of an element; nothing where the name is none.
std::optional<std::size_t> elementNumber(const QByteArray &name)
{
    const bool digits =
            std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || name.size() > 6)
        return {};
    return std::size_t(name.toUInt());
}

QString valueText(dom::element value)
{
    if (!value.is_object())
        return scalarText(value);
    const std::string json = simdjson::minify(value);
    return QString::fromUtf8(json.data(), qsizetype(json.size()));
}

bool walk(dom::element at, const Names &names, qsizetype next, const See &see)
{
    dom::array elements;
    if (at.get(elements) == simdjson::SUCCESS) {
        const auto number = next < names.size() ? elementNumber(names[next]) : std::nullopt;
        if (number) {
            dom::element one;
            return elements.at(*number).get(one) == simdjson::SUCCESS
                    && walk(one, names, next + 1, see);
        }
        for (const dom::element one : elements) {
            if (walk(one, names, next, see))
                return true;
        }
        return false;
    }
    if (next == names.size())
        return see(valueText(at));
    dom::object members;
    dom::element member;
    return at.get(members) == simdjson::SUCCESS
            && members.at_key(view(names[next])).get(member) == simdjson::SUCCESS
            && walk(member, names, next + 1, see);
}

} // namespace

std::optional<PayloadPath> PayloadPath::from(QStringView text)
{
    static constexpr QLatin1String event("event.");
    while (text.startsWith(event) && text.size() > event.size())
        text = text.sliced(event.size());
    if (text.size() > longest)
        return {};
    PayloadPath path;
    path.m_text = text.toString();
    QString name;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != QLatin1Char('.')) {
            const bool escape = text[at] == QLatin1Char('\\') && at + 1 < text.size()
                    && (text[at + 1] == QLatin1Char('.') || text[at + 1] == QLatin1Char('\\'));
            at += escape ? 1 : 0;
            name += text[at];
            continue;
        }
        if (name.isEmpty() || path.m_names.size() == deepest)
            return {};
        path.m_names.append(name.toUtf8());
        name.clear();
    }
    const QByteArray &last = path.m_names.constLast();
    const bool plain = std::none_of(last.begin(), last.end(), [](char c) {
        return c == '"' || c == '\\' || c == '/' || uchar(c) < 0x20;
    });
    if (plain && !elementNumber(last))
        path.m_sign = '"' + last + '"';
    return path;
}

/// Most bodies are told from the bytes alone, without parsing: a name that does not stand there
/// can only be hidden in an escape.
bool PayloadPath::canBeIn(QByteArrayView body) const
{
    const std::string_view bytes(body.data(), std::size_t(body.size()));
    return m_sign.isEmpty() || bytes.find(view(m_sign)) != std::string_view::npos
            || bytes.find("\\u") != std::string_view::npos;
}

bool PayloadPath::anyOf(QByteArrayView body, const See &see) const
{
    dom::element root;
    if (!canBeIn(body) || parseJson(body, 64, root) != simdjson::SUCCESS)
        return false;
    dom::object envelope;
    dom::object event;
    dom::element first;
    if (root.get(envelope) == simdjson::SUCCESS
        && envelope.at_key("event").get(event) == simdjson::SUCCESS
        && event.at_key(view(m_names.constFirst())).get(first) == simdjson::SUCCESS)
        return walk(first, m_names, 1, see);
    return walk(root, m_names, 0, see);
}

QStringList valuesAt(QByteArrayView body, const QString &path)
{
    constexpr qsizetype most = 1000;
    QStringList values;
    if (const auto parsed = PayloadPath::from(path)) {
        parsed->anyOf(body, [&values](const QString &value) {
            values.append(value);
            return values.size() >= most;
        });
    }
    return values;
}

} // namespace models
