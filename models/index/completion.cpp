// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/completion.h"

#include "models/domain/payloadpath.h"
#include "models/index/completionwords.h"
#include "models/index/filterfields.h"
#include "models/index/filterwords.h"
#include "models/index/timeexamples.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace models {

namespace {

using Part = FilterContext::Part;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Completion)
};

bool begins(const QString &text, const QString &typed)
{
    return text.startsWith(typed, Qt::CaseInsensitive);
}

bool holdsWord(const QString &text, const QString &typed)
{
    return text.contains(typed, Qt::CaseInsensitive);
}

QString countNote(qint64 count, FilterScope scope)
{
    if (count < 0)
        return {};
    if (scope != FilterScope::Events)
        return count == 1 ? Words::tr("1 issue")
                          : Words::tr("%1 issues").arg(QLocale().toString(count));
    return count == 1 ? Words::tr("1 event")
                      : Words::tr("%1 events").arg(QLocale().toString(count));
}

/// Puts those that begin with what was typed before those that hold it.
template<typename Item, typename TextOf>
void keepFitting(std::vector<Item> &items, const QString &typed, TextOf textOf)
{
    std::erase_if(items, [&](const Item &item) { return !holdsWord(textOf(item), typed); });
    std::stable_partition(items.begin(), items.end(),
                          [&](const Item &item) { return begins(textOf(item), typed); });
}

class CompletionList final
{
public:
    CompletionList(const FilterContext &context, const CompletionFacts &facts, qsizetype most)
        : m_context(context), m_facts(facts), m_most(most)
    {
    }

    QList<Completion> make()
    {
        switch (m_context.part) {
        case Part::Name:
            addNames();
            break;
        case Part::Value:
            addValues();
            break;
        case Part::Text:
            break;
        }
        return m_list;
    }

private:
    void add(Completion::Kind kind, const QString &text, const QString &shown, const QString &note,
             bool goesOn)
    {
        if (m_list.size() < m_most)
            m_list.append({ kind, text, shown, note, goesOn });
    }

    void addNames()
    {
        const QString &typed = m_context.typed;
        if (m_context.first && typed.isEmpty())
            addRecent();
        if (const auto field = fieldFromName(typed, m_context.scope); field && !m_context.named)
            addSigns(*field, typed);
        std::vector<FieldInfo> fields = fieldsIn(m_context.scope);
        std::erase_if(fields, [](const FieldInfo &info) { return info.name.isEmpty(); });
        keepFitting(fields, typed, [](const FieldInfo &info) { return QString(info.name); });
        for (const FieldInfo &info : fields) {
            const QString name = info.name;
            if (!begins(name, typed) && typed.size() < 2)
                continue; // one letter is somewhere in most names
            add(Completion::Kind::Field, m_context.named ? name : QString(name + QLatin1Char(':')),
                name,
                QString(kindWord(info.kind) + QStringLiteral(" · ") + fieldMeaning(info.field)),
                true);
        }
        addPaths();
        if (m_context.first && !typed.isEmpty())
            addRecent();
    }

    void addSigns(Field field, const QString &typed)
    {
        const auto sign = [&](const char *text, const QString &note) {
            const QString whole = typed + QLatin1String(text);
            add(Completion::Kind::Sign, whole, whole, note, true);
        };
        if (!isOrdered(field))
            return;
        const bool span = fieldInfo(field).kind == ValueKind::Span;
        sign(">=", span ? Words::tr("as long ago, or longer") : Words::tr("this, or more"));
        sign("<=", span ? Words::tr("as long ago, or less") : Words::tr("this, or less"));
        sign(">", span ? Words::tr("longer ago") : Words::tr("more than this"));
        sign("<", span ? Words::tr("less long ago") : Words::tr("less than this"));
    }

    void addRecent()
    {
        for (const QString &text : m_facts.recent) {
            if (text != m_context.typed && begins(text, m_context.typed))
                add(Completion::Kind::Recent, text, text, Words::tr("recent"), false);
        }
    }

    void addPaths()
    {
        const QString &typed = m_context.typed;
        if (typed.size() < 2)
            return;
        std::vector<QString> paths;
        for (const QString &known : m_facts.paths) {
            if (const auto path = PayloadPath::from(known))
                paths.push_back(path->text());
        }
        const auto event = PayloadPath::from(typed);
        keepFitting(paths, event && typed.contains(QLatin1Char('.')) ? event->text() : typed,
                    [](const QString &path) { return path; });
        for (const QString &path : paths) {
            const QString name = writtenPath(path);
            add(Completion::Kind::Path, m_context.named ? name : QString(name + QLatin1Char(':')),
                name, Words::tr("in the event as it came"), true);
        }
    }

    void addValue(const QString &value, const QString &note)
    {
        add(Completion::Kind::Value, writtenValue(value), value.isEmpty() ? emptyWord() : value,
            note, false);
    }
    static QString emptyWord() { return Words::tr("\"\" – none"); }

    void addValues()
    {
        const ValueKind kind = fieldInfo(m_context.field).kind;
        if (kind == ValueKind::Span || kind == ValueKind::Moment)
            return addTimes(kind == ValueKind::Moment);
        std::vector<ValueCount> values = stableWords(m_context.field);
        const bool ordered = m_context.relation != FilterNode::Relation::Is;
        for (const ValueCount &value : m_facts.values) {
            const auto same = std::find_if(values.begin(), values.end(), [&](const auto &known) {
                return known.value.compare(value.value, Qt::CaseInsensitive) == 0;
            });
            if (same != values.end())
                same->count = value.count;
            else if (!ordered || m_context.field == Field::Severity)
                values.push_back(value);
        }
        if (m_context.field == Field::Severity && ordered)
            std::erase_if(values, [](const ValueCount &value) {
                return !severityFromKey(value.value) && !severityFromWord(value.value);
            });
        keepFitting(values, m_context.typed, [](const ValueCount &value) { return value.value; });
        for (const ValueCount &value : values) {
            addValue(value.value, noteOf(value));
        }
        if (m_context.field == Field::Path && m_context.typed.isEmpty() && !ordered) {
            add(Completion::Kind::Value, QStringLiteral("*"), QStringLiteral("*"),
                Words::tr("there is a value"), false);
            addValue({}, Words::tr("there is none, or an empty one"));
        }
    }

    QString noteOf(const ValueCount &value) const
    {
        return value.count < 0 ? stableNote(m_context.field, value.value)
                               : countNote(value.count, m_context.scope);
    }

    void addTimes(bool moments)
    {
        std::vector<TimeExample> times = timeExamples(m_facts.now, moments);
        keepFitting(times, m_context.typed, [](const TimeExample &time) { return time.value; });
        for (const TimeExample &time : times)
            addValue(time.value, time.meaning);
    }

    const FilterContext &m_context;
    const CompletionFacts &m_facts;
    qsizetype m_most;
    QList<Completion> m_list;
};

} // namespace

QList<Completion> completions(const FilterContext &context, const CompletionFacts &facts,
                              qsizetype most)
{
    return CompletionList(context, facts, most).make();
}

CompletedText completed(const QString &text, const FilterContext &context,
                        const Completion &completion)
{
    if (completion.kind == Completion::Kind::Recent)
        return { completion.text, completion.text.size() };
    const qsizetype end = context.from + context.length;
    QString put = completion.text;
    // What is whole is followed by a space, so that one can go on.
    const bool atEnd = QStringView(text).sliced(end).trimmed().isEmpty();
    if (!completion.goesOn && atEnd)
        put += QLatin1Char(' ');
    QString result = text.left(context.from) + put;
    if (completion.goesOn || !atEnd)
        result += QStringView(text).sliced(end);
    return { result, context.from + put.size() };
}

} // namespace models
