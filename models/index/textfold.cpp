// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/textfold.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace models {

namespace {

void appendFolded(QString &folded, char32_t point)
{
    const char32_t lower = QChar::toLower(point);
    if (QChar::category(lower) == QChar::Mark_NonSpacing)
        return;
    folded += QChar::fromUcs4(lower);
}

} // namespace

bool isAscii(QByteArrayView text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    std::uint64_t all = 0;
    for (; end - at >= 8; at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, 8);
        all |= eight;
    }
    for (; at < end; ++at)
        all |= static_cast<std::uint64_t>(static_cast<unsigned char>(*at));
    return (all & 0x8080808080808080ULL) == 0;
}

QByteArray foldText(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.unicode() < 0x80) {
            folded += QLatin1Char(asciiLower(static_cast<char>(unit.unicode())));
            continue;
        }
        char32_t point = unit.unicode();
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            point = QChar::surrogateToUcs4(unit, text[i + 1]);
            ++i;
        }
        if (QChar::decompositionTag(point) != QChar::Canonical) {
            appendFolded(folded, point);
            continue;
        }
        const QString parts = QString::fromUcs4(&point, 1).normalized(QString::NormalizationForm_D);
        for (const uint part : parts.toUcs4())
            appendFolded(folded, part);
    }
    return folded.toUtf8();
}

QByteArray foldUtf8(QByteArrayView utf8)
{
    return foldText(QString::fromUtf8(utf8));
}

Needle::Needle(QByteArray folded) : m_text(std::move(folded)), m_ascii(isAscii(m_text))
{
    m_digits = std::all_of(m_text.begin(), m_text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
    });
}

bool Needle::inAscii(QByteArrayView text) const
{
    const qsizetype length = m_text.size();
    if (length == 0)
        return true;
    if (!m_ascii || text.size() < length)
        return false;
    const char *const hay = text.data();
    const char *const needle = m_text.constData();
    // Setting bit 5 joins the cases of letters (and a few other pairs, told apart below), so a
    // block is judged by its first and last byte without a branch; compilers vectorise that.
    const auto first = static_cast<unsigned char>(needle[0] | 0x20);
    const auto last = static_cast<unsigned char>(needle[length - 1] | 0x20);
    const auto matches = [=](qsizetype at) {
        for (qsizetype i = 0; i < length; ++i) {
            if (asciiLower(hay[at + i]) != needle[i])
                return false;
        }
        return true;
    };
    const qsizetype starts = text.size() - length + 1;
    constexpr qsizetype block = 32;
    const auto blockMatches = [=](qsizetype at) {
        unsigned char hits[block];
        unsigned char any = 0;
        for (qsizetype i = 0; i < block; ++i) {
            const auto a = static_cast<unsigned char>(hay[at + i] | 0x20);
            const auto b = static_cast<unsigned char>(hay[at + i + length - 1] | 0x20);
            hits[i] = static_cast<unsigned char>((a ^ first) | (b ^ last)) == 0 ? 0xff : 0;
            any = static_cast<unsigned char>(any | hits[i]);
        }
        if (any == 0)
            return false;
        for (qsizetype i = 0; i < block; ++i) {
            if (hits[i] != 0 && matches(at + i))
                return true;
        }
        return false;
    };
    if (starts >= block) {
        for (qsizetype at = 0; at + block < starts; at += block) {
            if (blockMatches(at))
                return true;
        }
        return blockMatches(starts - block); // looks at some places again, but byte by byte at none
    }
    for (qsizetype at = 0; at < starts; ++at) {
        if (static_cast<unsigned char>(hay[at] | 0x20) == first && matches(at))
            return true;
    }
    return false;
}

bool Needle::inFolded(QByteArrayView folded) const
{
    return m_text.isEmpty() || folded.indexOf(m_text) >= 0;
}

} // namespace models
