// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/segment.h"

#include <algorithm>

namespace models {

TermId EventRow::*termMember(TermColumn column)
{
    static constexpr std::array<TermId EventRow::*, termColumnCount> members {
        &EventRow::type,          &EventRow::product,    &EventRow::title,     &EventRow::text,
        &EventRow::asset,         &EventRow::group,      &EventRow::policy,    &EventRow::subject,
        &EventRow::severityWord,  &EventRow::statusWord, &EventRow::assetType, &EventRow::hostedOn,
        &EventRow::discoveredVia, &EventRow::actor,
    };
    return members[static_cast<std::size_t>(column)];
}

/// Term to code within the open segment: open addressing, at most half full.
class SegmentWriter::CodeTable final
{
public:
    CodeTable() : m_slots(64) { }

    /// The code of a term; `next` where it is new, which is then remembered.
    quint32 code(TermId term, quint32 next)
    {
        if (m_any && term == m_lastTerm)
            return m_lastCode;
        std::size_t at = slot(term);
        while (m_slots[at].used && m_slots[at].term != term)
            at = (at + 1) & (m_slots.size() - 1);
        if (!m_slots[at].used) {
            m_slots[at] = { term, static_cast<quint16>(next), true };
            if (++m_count * 2 > m_slots.size())
                grow();
            remember(term, next);
            return next;
        }
        remember(term, m_slots[at].code);
        return m_lastCode;
    }

private:
    struct Slot
    {
        TermId term = 0;
        quint16 code = 0;
        bool used = false;
    };

    void remember(TermId term, quint32 code)
    {
        m_any = true;
        m_lastTerm = term;
        m_lastCode = code;
    }
    std::size_t slot(TermId term) const
    {
        return (term * std::size_t { 0x9E3779B97F4A7C15 } >> 32) & (m_slots.size() - 1);
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &filled : old) {
            if (!filled.used)
                continue;
            std::size_t at = slot(filled.term);
            while (m_slots[at].used)
                at = (at + 1) & (m_slots.size() - 1);
            m_slots[at] = filled;
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_count = 0;
    TermId m_lastTerm = 0;
    quint32 m_lastCode = 0;
    bool m_any = false;
};

namespace {

/// The codes of terms that are no digits; null where that is most of them.
std::shared_ptr<const std::vector<quint16>> wordsAmong(const TermId *list, quint32 count,
                                                       const DictionaryView &terms)
{
    std::vector<quint16> words;
    for (quint32 code = 0; code < count; ++code) {
        if (terms.isDigits(list[code]))
            continue;
        if (2 * words.size() >= count)
            return {};
        words.push_back(static_cast<quint16>(code));
    }
    words.shrink_to_fit();
    return std::make_shared<const std::vector<quint16>>(std::move(words));
}

} // namespace

SegmentWriter::SegmentWriter()
{
    begin();
}

SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::begin()
{
    const auto room = [](auto *kind) {
        using Value = std::remove_pointer_t<decltype(kind)>;
        return std::shared_ptr<Value[]>(new Value[Segment::capacity]);
    };
    m_segment = std::make_shared<Segment>();
    m_segment->ids = room(static_cast<quint32 *>(nullptr));
    m_segment->received = MomentColumn(Segment::capacity);
    m_segment->times = MomentColumn(Segment::capacity);
    m_segment->families = room(static_cast<quint8 *>(nullptr));
    m_segment->severities = room(static_cast<quint8 *>(nullptr));
    m_segment->statuses = room(static_cast<quint8 *>(nullptr));
    for (Segment::Codes &codes : m_segment->columns) {
        codes.codes = CodeColumn(Segment::capacity);
        codes.terms = room(static_cast<TermId *>(nullptr));
    }
    m_view = { m_segment, 0, {} };
    m_codes.clear();
    m_codes.resize(termColumnCount);
}

void SegmentWriter::append(const EventRow &row)
{
    const quint32 at = m_view.rows;
    Segment &segment = *m_segment;
    segment.ids[at] = static_cast<quint32>(row.id);
    segment.received.set(at, row.received);
    segment.times.set(at, row.time);
    segment.families[at] = static_cast<quint8>(row.family);
    segment.severities[at] = static_cast<quint8>(row.severity);
    segment.statuses[at] = static_cast<quint8>(row.status);
    for (std::size_t i = 0; i < termColumnCount; ++i) {
        const TermId term = row.*termMember(static_cast<TermColumn>(i));
        quint32 &distinct = m_view.distinct[i];
        const quint32 code = m_codes[i].code(term, distinct);
        if (code == distinct) {
            segment.columns[i].terms[code] = term;
            ++distinct;
        }
        segment.columns[i].codes.set(at, static_cast<quint16>(code));
    }
    ++m_view.rows;
}

SegmentView SegmentWriter::seal(const DictionaryView &terms)
{
    const auto sealed = std::make_shared<Segment>(*m_segment);
    sealed->received = m_segment->received.packed(m_view.rows);
    sealed->times = m_segment->times.packed(m_view.rows);
    for (std::size_t i = 0; i < termColumnCount; ++i) {
        const quint32 count = m_view.distinct[i];
        // Running readers keep the roomy list alive until they are done.
        std::shared_ptr<TermId[]> exact(new TermId[std::max(count, 1U)]);
        std::copy_n(m_segment->columns[i].terms.get(), count, exact.get());
        sealed->columns[i].words = wordsAmong(exact.get(), count, terms);
        sealed->columns[i].terms = std::move(exact);
        sealed->columns[i].codes = m_segment->columns[i].codes.packed(m_view.rows, count);
    }
    SegmentView view { sealed, m_view.rows, m_view.distinct };
    begin();
    return view;
}

} // namespace models
