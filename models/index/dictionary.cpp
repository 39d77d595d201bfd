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
    std::vector<std::unique_ptr<char[]>> blocks;
};

const DictionaryView::Entry &DictionaryView::entry(TermId term) const
{
    static const Entry none;
    const std::size_t chunk = term / chunkSize;
    if (chunk >= m_slots.size() || m_slots[chunk] == nullptr)
        return none;
    const quint32 place = (*m_slots[chunk])[term % chunkSize].load(std::memory_order_acquire);
    if (place == 0 || place / chunkSize >= m_entries.size())
        return none;
    return (*m_entries[place / chunkSize])[place % chunkSize];
}

QByteArrayView DictionaryView::utf8(TermId term) const
{
    const Entry &found = entry(term);
    return { found.text, static_cast<qsizetype>(found.size) };
}

bool DictionaryView::ascii(TermId term) const
{
    return entry(term).foldedSize == 0;
}

bool DictionaryView::holds(TermId term, const Needle &needle) const
{
    const Entry &found = entry(term);
    if (found.foldedSize == 0)
        return needle.inAscii({ found.text, static_cast<qsizetype>(found.size) });
    return needle.inFolded({ found.text + found.size, static_cast<qsizetype>(found.foldedSize) });
}

int DictionaryView::compare(TermId a, TermId b) const
{
    if (a == b)
        return 0;
    const Entry &left = entry(a);
    const Entry &right = entry(b);
    const bool leftAscii = left.foldedSize == 0;
    const bool rightAscii = right.foldedSize == 0;
    const char *const l = leftAscii ? left.text : left.text + left.size;
    const char *const r = rightAscii ? right.text : right.text + right.size;
    const quint32 leftSize = leftAscii ? left.size : left.foldedSize;
    const quint32 rightSize = rightAscii ? right.size : right.foldedSize;
    const quint32 common = std::min(leftSize, rightSize);
    for (quint32 i = 0; i < common; ++i) {
        // Folded texts are lower case already, so lowering both does no harm.
        const auto x = static_cast<unsigned char>(asciiLower(l[i]));
        const auto y = static_cast<unsigned char>(asciiLower(r[i]));
        if (x != y)
            return x < y ? -1 : 1;
    }
    if (leftSize != rightSize)
        return leftSize < rightSize ? -1 : 1;
    const int exact = left.text == nullptr || right.text == nullptr
            ? 0
            : std::memcmp(left.text, right.text, std::min(left.size, right.size));
    if (exact != 0)
        return exact;
    if (left.size != right.size)
        return left.size < right.size ? -1 : 1;
    return 0;
}

quint64 DictionaryView::sortPrefix(TermId term) const
{
    const Entry &found = entry(term);
    const char *const text = found.foldedSize == 0 ? found.text : found.text + found.size;
    const quint32 size = found.foldedSize == 0 ? found.size : found.foldedSize;
    quint64 prefix = 0;
    for (quint32 i = 0; i < 8; ++i)
        prefix = prefix << 8 | (i < size ? static_cast<unsigned char>(asciiLower(text[i])) : 0U);
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
    if (m_count / chunkSize >= m_storage->entries.size()) {
        m_storage->entries.push_back(std::make_unique<DictionaryView::Entries>());
        m_view.m_entries.push_back(m_storage->entries.back().get());
    }
    const QByteArray folded = isAscii(term.text) ? QByteArray() : foldUtf8(term.text);
    const auto size = static_cast<std::size_t>(term.text.size());
    const auto foldedSize = static_cast<std::size_t>(folded.size());
    char *const place = allocate(size + foldedSize);
    std::memcpy(place, term.text.constData(), size);
    if (foldedSize > 0)
        std::memcpy(place + size, folded.constData(), foldedSize);
    (*m_storage->entries[m_count / chunkSize])[m_count % chunkSize] = {
        place, static_cast<quint32>(size), static_cast<quint32>(foldedSize)
    };
    slot.store(m_count++, std::memory_order_release);
}

} // namespace models
