// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"
#include "models/index/packedterm.h"
#include "models/index/textfold.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace models {

/// A text of a dictionary as it came, UTF-8; only as long as the view that it is from.
class TermText final
{
public:
    explicit TermText(QByteArrayView text) : m_text(text) { }
    explicit TermText(const PackedTerm &packed) : m_size(packed.text(m_own).size()) { }

    operator QByteArrayView() const // as what it is used
    {
        return m_size == 0 ? m_text : QByteArrayView(m_own.data(), m_size);
    }
    bool isEmpty() const { return m_size == 0 && m_text.isEmpty(); }
    qsizetype size() const { return m_size == 0 ? m_text.size() : m_size; }

private:
    QByteArrayView m_text;
    PackedTerm::Buffer m_own;
    qsizetype m_size = 0; ///< of m_own; 0: it is not used
};

/// The texts of a dictionary as they were when the view was made, and perhaps some that were
/// added since; readable on any thread without a lock. Keeps the storage alive. A text that is
/// not in memory (of those that hardly repeat, most stay in the store) reads as empty.
class DictionaryView final
{
public:
    /// Whether the text is in memory; 0 is, as the empty text.
    bool has(TermId term) const { return term == 0 || placeOf(term) != 0; }
    /// The text as it came, UTF-8; empty for 0 and for a term that is not there.
    TermText utf8(TermId term) const;
    /// Whether the text is known to be an id in digits, of which Needle::mayBeInDigits() speaks.
    bool isDigits(TermId term) const { return (placeOf(term) & packedBit) != 0; }
    /// Whether the text holds the needle, without case and accents.
    bool holds(TermId term, const Needle &needle) const;
    /// Calls `visit` with each text in memory but ids in digits, and whether it holds one of the
    /// needles. In the order in which the texts lie there: several times as fast as one by one.
    template<typename Visit> void search(const std::vector<Needle> &needles, Visit visit) const
    {
        for (quint32 place = 1; place < m_known; ++place) {
            const Entry &found = entry(place);
            visit(found.term,
                  std::any_of(needles.begin(), needles.end(),
                              [&found](const Needle &needle) { return found.holds(needle); }));
        }
    }
    /// Whether the text has only ASCII characters.
    bool ascii(TermId term) const;
    /// Order of two texts for sorting: folded first, then as they are; negative, 0, positive.
    int compare(TermId a, TermId b) const;
    /// The first eight bytes of the folded text, so that comparing the numbers agrees with
    /// compare() where they differ.
    quint64 sortPrefix(TermId term) const;
    /// One more than the largest term that can be asked for.
    TermId end() const { return static_cast<TermId>(m_slots.size() * chunkSize); }

private:
    friend class Dictionary;
    static constexpr std::size_t chunkSize = 4096;
    /// Where the text is not ASCII, the size of the folded text and that text follow it; ASCII is
    /// folded when searched. Sixteen bytes, since there are many.
    struct Entry
    {
        const char *text = nullptr;
        quint32 size = 0; ///< with foldedBit
        TermId term = 0;
        static constexpr quint32 foldedBit = 1U << 31;
        bool isAscii() const { return (size & foldedBit) == 0; }
        QByteArrayView utf8() const { return { text, static_cast<qsizetype>(size & ~foldedBit) }; }
        QByteArrayView searched() const; ///< the text where it is ASCII, else the folded one
        bool holds(const Needle &needle) const;
    };
    /// The place of each term's entry or packed text, 0: none. Few terms of a chunk may be in
    /// memory, and four bytes are less than an entry. Written last, so that who reads it may read
    /// what is there.
    static constexpr quint32 packedBit = 1U << 31;
    using Slots = std::array<std::atomic<quint32>, chunkSize>;
    using Entries = std::array<Entry, chunkSize>;
    using Packed = std::array<PackedTerm, chunkSize>;
    struct Storage;

    quint32 placeOf(TermId term) const;
    const Entry &entry(quint32 place) const
    {
        static const Entry none;
        return place == 0 ? none : (*m_entries[place / chunkSize])[place % chunkSize];
    }
    const PackedTerm &packed(quint32 place) const;
    /// The text as it is searched, but for the case of ASCII.
    TermText searched(TermId term) const;

    std::vector<const Slots *> m_slots;
    std::vector<const Entries *> m_entries;
    std::vector<const Packed *> m_packed;
    quint32 m_known = 1; ///< places that entries had taken when the view was made
    std::shared_ptr<const Storage> m_alive;
};

/// Texts by number in storage that never moves. Written on one thread (the GUI thread);
/// readers on other threads take a view().
class Dictionary final
{
public:
    /// Numbers above are refused: the table is dense.
    static constexpr TermId maximum = 1U << 26;

    Dictionary();
    ~Dictionary();
    Dictionary(const Dictionary &) = delete;
    Dictionary &operator=(const Dictionary &) = delete;

    /// Adds a text; one that is already there stays as it is, as does 0.
    void add(const Term &term);
    /// A text as it came, UTF-8; empty for 0 and for a term that is not there.
    TermText utf8(TermId term) const { return m_view.utf8(term); }
    /// For the writing thread.
    const DictionaryView &view() const { return m_view; }

private:
    quint32 addEntry(const Term &term);
    quint32 addPacked(const PackedTerm &packed);
    char *allocate(std::size_t size);

    std::shared_ptr<DictionaryView::Storage> m_storage;
    DictionaryView m_view;
    quint32 m_packed = 1; ///< packed texts, likewise
    char *m_free = nullptr;
    std::size_t m_left = 0;
};

} // namespace models
