// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filterwords.h"

#include <QLatin1String>

#include <algorithm>

namespace models {

namespace {

QString quoted(const QString &text)
{
    QString inside = text;
    inside.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    inside.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + inside + QLatin1Char('"');
}

bool hasAny(const QString &text, QLatin1String special)
{
    return std::any_of(text.begin(), text.end(),
                       [special](QChar c) { return c.isSpace() || special.contains(c); });
}

} // namespace

QString writtenValue(const QString &value)
{
    return value.isEmpty() || hasAny(value, QLatin1String("\"(),")) ? quoted(value) : value;
}

QString writtenWord(const QString &word)
{
    const bool keyword = word.compare(QLatin1String("or"), Qt::CaseInsensitive) == 0
            || word.compare(QLatin1String("and"), Qt::CaseInsensitive) == 0
            || word.compare(QLatin1String("not"), Qt::CaseInsensitive) == 0;
    if (word.isEmpty() || keyword || word.startsWith(QLatin1Char('-'))
        || hasAny(word, QLatin1String("\"():<>=")))
        return quoted(word);
    return word;
}

QString writtenPath(const QString &path)
{
    // A name without a dot is not taken for a path.
    bool dotted = false;
    for (qsizetype i = 1; i < path.size(); ++i)
        dotted = dotted || (path[i] == QLatin1Char('.') && path[i - 1] != QLatin1Char('\\'));
    const QString name = dotted ? path : QString(QLatin1String("event.") + path);
    const bool plain =
            !name.startsWith(QLatin1Char('-')) && !hasAny(name, QLatin1String("\"():<>"));
    return plain ? name : quoted(name);
}

bool asksAbout(const FilterNode &node, Field field)
{
    if (node.kind == FilterNode::Kind::Match && node.field == field)
        return true;
    return std::any_of(node.children.begin(), node.children.end(),
                       [field](const auto &child) { return asksAbout(*child, field); });
}

QLatin1String stateKey(State state)
{
    switch (state) {
    case State::Closed:
        return QLatin1String("closed");
    case State::Unread:
        return QLatin1String("unread");
    case State::Read:
        return QLatin1String("read");
    case State::Open:
        break;
    }
    return QLatin1String("open");
}

std::optional<State> stateFromKey(QStringView key)
{
    for (int i = 0; i < stateCount; ++i) {
        const auto state = static_cast<State>(i);
        if (key.compare(stateKey(state), Qt::CaseInsensitive) == 0)
            return state;
    }
    return {};
}

QString literalValue(const QString &text)
{
    if (!text.endsWith(QLatin1Char('*')))
        return text;
    return text.chopped(1) + QLatin1String("\\*");
}

ValuePattern valuePattern(const QString &value)
{
    if (value.endsWith(QLatin1String("\\*")))
        return { value.chopped(2) + QLatin1Char('*'), false };
    if (value.endsWith(QLatin1Char('*')))
        return { value.chopped(1), true };
    return { value, false };
}

bool isOpen(Status status)
{
    return status == Status::Open;
}

bool isClosed(Status status)
{
    return status == Status::Fixed || status == Status::Accepted || status == Status::Closed;
}

std::optional<Severity> severityFromKey(QStringView key)
{
    for (int i = 0; i < severityCount; ++i) {
        const auto level = static_cast<Severity>(i);
        if (key.compare(severityKey(level), Qt::CaseInsensitive) == 0)
            return level;
    }
    return {};
}

std::optional<Status> statusFromKey(QStringView key)
{
    for (int i = 0; i < statusCount; ++i) {
        const auto status = static_cast<Status>(i);
        if (key.compare(statusKey(status), Qt::CaseInsensitive) == 0)
            return status;
    }
    return {};
}

bool holds(Severity level, FilterNode::Relation relation, Severity bound)
{
    switch (relation) {
    case FilterNode::Relation::Is:
        return level == bound;
    case FilterNode::Relation::Less:
        return level < bound;
    case FilterNode::Relation::LessOrEqual:
        return level <= bound;
    case FilterNode::Relation::Greater:
        return level > bound;
    case FilterNode::Relation::GreaterOrEqual:
        return level >= bound;
    }
    return false;
}

ValueTest::ValueTest(Field field, const QStringList &values) : m_field(field)
{
    for (const QString &value : values)
        m_patterns.push_back(valuePattern(value));
}

template<typename View> bool ValueTest::matches(View text) const
{
    const auto upToUnderscore = [](View whole, const QString &part) {
        return !part.isEmpty() && whole.size() > part.size()
                && whole[part.size()] == QLatin1Char('_')
                && whole.startsWith(part, Qt::CaseInsensitive);
    };
    View afterProduct = text.sliced(text.size());
    if (m_field == Field::Type) {
        for (qsizetype i = 0; i + 1 < text.size(); ++i) {
            if (text[i] == QLatin1Char('_') && text[i + 1] == QLatin1Char('_')) {
                afterProduct = text.sliced(i + 2);
                break;
            }
        }
    }
    for (const ValuePattern &pattern : m_patterns) {
        if (pattern.prefix) {
            if (pattern.text.isEmpty()) {
                if (!text.isEmpty())
                    return true;
                continue;
            }
            if (text.startsWith(pattern.text, Qt::CaseInsensitive))
                return true;
            if (!afterProduct.isEmpty()
                && afterProduct.startsWith(pattern.text, Qt::CaseInsensitive))
                return true;
            continue;
        }
        if (text.compare(QStringView(pattern.text), Qt::CaseInsensitive) == 0)
            return true;
        if (m_field == Field::Product && upToUnderscore(text, pattern.text))
            return true;
        if (afterProduct.isEmpty())
            continue;
        if (afterProduct.compare(QStringView(pattern.text), Qt::CaseInsensitive) == 0
            || upToUnderscore(afterProduct, pattern.text))
            return true;
    }
    return false;
}

bool ValueTest::operator()(QStringView text) const
{
    return matches(text);
}

bool ValueTest::operator()(QByteArrayView utf8, bool ascii) const
{
    if (ascii)
        return matches(QLatin1String(utf8.data(), utf8.size()));
    return matches(QStringView(QString::fromUtf8(utf8)));
}

} // namespace models
