// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/dictionary.h"

#include "models/index/textfold.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace models {

/// What the pointers of entries and views point into. Only the writer touches the lists.
struct DictionaryView::Storage
{
    std::vector<std::unique_ptr<Slots>> chunks;
    std::vector<std::unique_ptr<Entries>> entries;
    std::vector<std::unique_ptr<Packed>> packed;
    std::vector<std::unique_ptr<char[]>> blocks;
};

quint32 DictionaryView::placeOf(TermId term) const
{
    const std::size_t chunk = term / chunkSize;
    if (chunk >= m_slots.size() || m_slots[chunk] == nullptr)
        return 0;
    const quint32 place = (*m_slots[chunk])[term % chunkSize].load(std::memory_order_acquire);
    // A chunk that was added since is not this view's.
    const bool isPacked = (place & packedBit) != 0;
    const std::size_t known = isPacked ? m_packed.size() : m_entries.size();
    return (place & ~packedBit) / chunkSize < known ? place : 0;
}

const PackedTerm &DictionaryView::packed(quint32 place) const
{
    const quint32 at = place & ~packedBit;
    return (*m_packed[at / chunkSize])[at % chunkSize];
}

TermText DictionaryView::utf8(TermId term) const
{
    const quint32 place = placeOf(term);
    if ((place & packedBit) != 0)
        return TermText(packed(place));
    return TermText(entry(place).utf8());
}

TermText DictionaryView::searched(TermId term) const
{
    const quint32 place = placeOf(term);
    if ((place & packedBit) != 0)
        return TermText(packed(place));
    return TermText(entry(place).searched());
}

bool DictionaryView::ascii(TermId term) const
{
    const quint32 place = placeOf(term);
    return (place & packedBit) != 0 || entry(place).isAscii();
}

bool DictionaryView::holds(TermId term, const Needle &needle) const
{
    const quint32 place = placeOf(term);
    if ((place & packedBit) != 0)
        return needle.mayBeInDigits() && needle.inAscii(TermText(packed(place)));
    return entry(place).holds(needle);
}

bool DictionaryView::Entry::holds(const Needle &needle) const
{
    return isAscii() ? needle.inAscii(utf8()) : needle.inFolded(searched());
}

QByteArrayView DictionaryView::Entry::searched() const
{
    const QByteArrayView own = utf8();
    if (isAscii())
        return own;
    quint32 foldedSize = 0;
    std::memcpy(&foldedSize, own.data() + own.size(), sizeof(foldedSize));
    return { own.data() + own.size() + sizeof(foldedSize), static_cast<qsizetype>(foldedSize) };
}

int DictionaryView::compare(TermId a, TermId b) const
{
    if (a == b)
        return 0;
    const TermText left = searched(a);
    const TermText right = searched(b);
    const QByteArrayView l = left;
    const QByteArrayView r = right;
    const qsizetype common = std::min(l.size(), r.size());
    for (qsizetype i = 0; i < common; ++i) {
        // Folded texts are lower case already, so lowering both does no harm.
        const auto x = static_cast<unsigned char>(asciiLower(l[i]));
        const auto y = static_cast<unsigned char>(asciiLower(r[i]));
        if (x != y)
            return x < y ? -1 : 1;
    }
    if (l.size() != r.size())
        return l.size() < r.size() ? -1 : 1;
    const TermText leftText = utf8(a);
    const TermText rightText = utf8(b);
    const qsizetype size = std::min(leftText.size(), rightText.size());
    const int exact = size == 0
            ? 0
            : std::memcmp(QByteArrayView(leftText).data(), QByteArrayView(rightText).data(),
                          static_cast<std::size_t>(size));
    if (exact != 0)
        return exact;
    if (leftText.size() != rightText.size())
        return leftText.size() < rightText.size() ? -1 : 1;
    return 0;
}

quint64 DictionaryView::sortPrefix(TermId term) const
{
    const TermText text = searched(term);
    const QByteArrayView bytes = text;
    quint64 prefix = 0;
    for (qsizetype i = 0; i < 8; ++i) {
        prefix = prefix << 8
                | (i < bytes.size() ? static_cast<unsigned char>(asciiLower(bytes[i])) : 0U);
    }
    return prefix;
}

Dictionary::Dictionary() : m_storage(std::make_shared<DictionaryView::Storage>())
{
    m_view.m_alive = m_storage;
}

Dictionary::~Dictionary() = default;

char *Dictionary::allocate(std::size_t size)
{
    constexpr std::size_t blockSize = 256 * 1024;
    if (size > blockSize / 4) {
        m_storage->blocks.push_back(std::unique_ptr<char[]>(new char[size]));
        return m_storage->blocks.back().get();
    }
    if (size > m_left) {
        m_storage->blocks.push_back(std::unique_ptr<char[]>(new char[blockSize]));
        m_free = m_storage->blocks.back().get();
        m_left = blockSize;
    }
    char *const place = m_free;
    m_free += size;
    m_left -= size;
    return place;
}

void Dictionary::add(const Term &term)
{
    constexpr auto longest = static_cast<qsizetype>(std::numeric_limits<quint32>::max() / 4);
    if (term.id == 0 || term.id > maximum || term.text.isEmpty() || term.text.size() > longest)
        return;
    constexpr std::size_t chunkSize = DictionaryView::chunkSize;
    const std::size_t chunk = term.id / chunkSize;
    auto &chunks = m_storage->chunks;
    while (chunks.size() <= chunk) {
        chunks.push_back(nullptr);
        m_view.m_slots.push_back(nullptr);
    }
    if (!chunks[chunk]) {
        chunks[chunk] = std::make_unique<DictionaryView::Slots>();
        m_view.m_slots[chunk] = chunks[chunk].get();
    }
    std::atomic<quint32> &slot = (*chunks[chunk])[term.id % chunkSize];
    if (slot.load(std::memory_order_relaxed) != 0)
        return;
    const std::optional<PackedTerm> packed = PackedTerm::from(term.text);
    slot.store(packed ? addPacked(*packed) : addEntry(term), std::memory_order_release);
}

quint32 Dictionary::addPacked(const PackedTerm &packed)
{
    constexpr std::size_t chunkSize = DictionaryView::chunkSize;
    if (m_packed / chunkSize >= m_storage->packed.size()) {
        m_storage->packed.push_back(std::make_unique<DictionaryView::Packed>());
        m_view.m_packed.push_back(m_storage->packed.back().get());
    }
    (*m_storage->packed[m_packed / chunkSize])[m_packed % chunkSize] = packed;
    return DictionaryView::packedBit | m_packed++;
}

quint32 Dictionary::addEntry(const Term &term)
{
    constexpr std::size_t chunkSize = DictionaryView::chunkSize;
    const quint32 place = m_view.m_known;
    if (place / chunkSize >= m_storage->entries.size()) {
        m_storage->entries.push_back(std::make_unique<DictionaryView::Entries>());
        m_view.m_entries.push_back(m_storage->entries.back().get());
    }
    const auto size = static_cast<std::size_t>(term.text.size());
    DictionaryView::Entry entry;
    entry.size = static_cast<quint32>(size);
    entry.term = term.id;
    QByteArray folded;
    if (!isAscii(term.text)) {
        folded = foldUtf8(term.text);
        const auto foldedSize = static_cast<quint32>(folded.size());
        folded.prepend(reinterpret_cast<const char *>(&foldedSize), sizeof(foldedSize));
        entry.size |= DictionaryView::Entry::foldedBit;
    }
    char *const text = allocate(size + static_cast<std::size_t>(folded.size()));
    std::memcpy(text, term.text.constData(), size);
    std::copy(folded.begin(), folded.end(), text + size);
    entry.text = text;
    (*m_storage->entries[place / chunkSize])[place % chunkSize] = entry;
    return m_view.m_known++;
}

} // namespace models
