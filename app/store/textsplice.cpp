// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/textsplice.h"

#include <QString>

#include <algorithm>
#include <cstring>
#include <vector>

namespace app {

namespace {

constexpr qsizetype shortest = 16; // a cut costs four to six bytes
constexpr qsizetype longest = 256 * 1024 * 1024; // of a body that is put together
constexpr qsizetype mostCuts = 64;
constexpr int mostTried = 128; // lines that are searched for: each costs a walk through the body

struct Cut
{
    qsizetype position = 0; // in the body
    qsizetype size = 0; // in the body
    qsizetype offset = 0; // in the text
    qsizetype length = 0; // in the text
};

void escapeUnit(char16_t unit, QByteArray &to)
{
    const char *const digits = "0123456789abcdef";
    to += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        to += digits[(unit >> shift) & 15];
}

bool isSpecial(char c)
{
    return uchar(c) < 0x20 || c == '"' || c == '\\';
}

/// The first place from `at` on of a byte that a JSON string cannot hold as it is; eight bytes at a
/// time, as texts are long and such bytes are few.
qsizetype firstSpecial(QByteArrayView text, qsizetype at)
{
    constexpr quint64 ones = 0x0101010101010101;
    // The top bit of a byte is set where the byte is below `limit`, perhaps of those before it,
    // too.
    const auto below = [](quint64 bytes, quint64 limit) {
        return (bytes - ones * limit) & ~bytes & (ones * 0x80);
    };
    quint64 bytes = 0;
    for (; at + qsizetype(sizeof bytes) <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if (below(bytes, 0x20) | below(bytes ^ (ones * '"'), 1) | below(bytes ^ (ones * '\\'), 1))
            break;
    }
    while (at < text.size() && !isSpecial(text[at]))
        ++at;
    return at;
}

/// The inside of a JSON string as common writers make it (RFC 8259, section 7).
QByteArray escaped(QByteArrayView text, bool ascii)
{
    QByteArray json;
    json.reserve(text.size() + text.size() / 8);
    if (ascii && std::any_of(text.begin(), text.end(), [](char c) { return uchar(c) >= 0x80; })) {
        const QString units = QString::fromUtf8(text);
        for (const QChar unit : units) {
            if (unit.unicode() < 0x80)
                json += escaped(QByteArrayView(QByteArray(1, char(unit.unicode()))), false);
            else
                escapeUnit(unit.unicode(), json);
        }
        return json;
    }
    qsizetype plain = 0; // where the run of bytes begins that stay as they are
    for (qsizetype at = firstSpecial(text, 0); at < text.size(); at = firstSpecial(text, plain)) {
        const char c = text[at];
        json += text.sliced(plain, at - plain);
        plain = at + 1;
        const qsizetype special = QByteArrayView("\"\\\n\r\t\b\f").indexOf(c);
        if (special >= 0 && c != '\0')
            (json += '\\') += "\"\\nrtbf"[special];
        else
            escapeUnit(char16_t(c), json);
    }
    json += text.sliced(plain);
    return json;
}

/// memmem() takes linear time, whatever the texts are; QByteArrayView::indexOf() does not.
qsizetype findFrom(QByteArrayView body, QByteArrayView wanted, qsizetype from)
{
    const void *found = ::memmem(body.data() + from, size_t(body.size() - from), wanted.data(),
                                 size_t(wanted.size()));
    return found == nullptr ? -1 : static_cast<const char *>(found) - body.data();
}

qsizetype find(QByteArrayView body, QByteArrayView wanted)
{
    // Nearly always the first place where a text begins is the one, and a short beginning is found
    // in a fraction of the time.
    constexpr qsizetype beginning = 64;
    const qsizetype at = findFrom(body, wanted.first(std::min(beginning, wanted.size())), 0);
    if (at < 0 || body.sliced(at).startsWith(wanted))
        return at;
    return findFrom(body, wanted, at + 1);
}

std::vector<Cut> findCuts(QByteArrayView body, QByteArrayView text, bool ascii)
{
    std::vector<Cut> cuts;
    int tried = 0;
    for (qsizetype begin = 0; begin < text.size() && qsizetype(cuts.size()) < mostCuts;) {
        qsizetype end = text.indexOf('\n', begin);
        end = end < 0 ? text.size() : end;
        if (end - begin >= shortest) {
            if (++tried > mostTried)
                break;
            const QByteArray wanted = escaped(text.sliced(begin, end - begin), ascii);
            const qsizetype position = find(body, wanted);
            if (position >= 0)
                cuts.push_back({ position, wanted.size(), begin, end - begin });
        }
        begin = end + 1;
    }
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut &a, const Cut &b) { return a.position < b.position; });
    qsizetype free = 0;
    std::erase_if(cuts, [&free](const Cut &cut) {
        if (cut.position < free)
            return true;
        free = cut.position + cut.size;
        return false;
    });
    return cuts;
}

void putNumber(QByteArray &to, quint64 number)
{
    for (; number >= 0x80; number >>= 7)
        to += char(0x80 | (number & 0x7f));
    to += char(number);
}

bool takeNumber(QByteArrayView &from, qsizetype &number)
{
    quint64 value = 0;
    for (int shift = 0; shift <= 28 && !from.isEmpty(); shift += 7) {
        const quint64 byte = uchar(from.front());
        from = from.sliced(1);
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) {
            number = qsizetype(value);
            return true;
        }
    }
    return false;
}

} // namespace

// Form of the cuts: one byte for the escapes, then for each cut the bytes of the rest before it,
// the offset and the length in the text, as numbers of seven bits a byte, lowest first.
std::optional<SplicedBody> spliceOut(QByteArrayView body, QByteArrayView text)
{
    if (body.size() > longest / 2)
        return {};
    bool ascii = false;
    std::vector<Cut> cuts = findCuts(body, text, ascii);
    if (cuts.empty()) {
        ascii = true;
        cuts = findCuts(body, text, ascii);
    }
    if (cuts.empty())
        return {};
    SplicedBody spliced;
    spliced.cuts += ascii ? '\1' : '\0';
    qsizetype at = 0;
    for (const Cut &cut : cuts) {
        putNumber(spliced.cuts, quint64(cut.position - at));
        putNumber(spliced.cuts, quint64(cut.offset));
        putNumber(spliced.cuts, quint64(cut.length));
        spliced.rest += body.sliced(at, cut.position - at);
        at = cut.position + cut.size;
    }
    spliced.rest += body.sliced(at);
    return spliced;
}

std::optional<QByteArray> spliceIn(QByteArrayView cuts, QByteArrayView rest, QByteArrayView text)
{
    if (cuts.isEmpty() || uchar(cuts.front()) > 1)
        return {};
    const bool ascii = cuts.front() == '\1';
    cuts = cuts.sliced(1);
    QByteArray body;
    body.reserve(rest.size() + text.size());
    while (!cuts.isEmpty()) {
        qsizetype gap = 0;
        qsizetype offset = 0;
        qsizetype length = 0;
        if (!takeNumber(cuts, gap) || !takeNumber(cuts, offset) || !takeNumber(cuts, length)
            || gap > rest.size() || offset > text.size() || length > text.size() - offset
            || body.size() + gap > longest - length * 6) {
            return {};
        }
        body += rest.first(gap);
        body += escaped(text.sliced(offset, length), ascii);
        rest = rest.sliced(gap);
    }
    body += rest;
    return body;
}

} // namespace app
