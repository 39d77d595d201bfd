// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/tokenrules.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace models {

namespace {

constexpr qsizetype shortestToken = 16;
constexpr qsizetype longestToken = 512;

QString words(const char *text)
{
    return QCoreApplication::translate("models::Settings", text);
}

bool isLetterOrDigit(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

/// `code` makes a number of a unit of the text.
template<typename Text, typename Code> QString problem(Text token, AuthMode mode, Code code)
{
    if (token.size() < shortestToken || token.size() > longestToken)
        return words("The token must have 16 to 512 characters. Generate one.");
    const auto all = [&](auto isGood) {
        return std::all_of(token.begin(), token.end(), [&](auto c) { return isGood(code(c)); });
    };
    if (!all([](char32_t c) { return c > U' ' && c <= U'~'; }))
        return words("The token may hold letters, digits and signs of ASCII only, without spaces.");
    const auto isUnreserved = [](char32_t c) { // RFC 3986, section 2.3
        return isLetterOrDigit(c) || c == U'-' || c == U'.' || c == U'_' || c == U'~';
    };
    if (mode == AuthMode::Url && !all(isUnreserved))
        return words("A token within the address may hold letters, digits, “-”, “.”, “_” and “~” "
                     "only.");
    return {};
}

} // namespace

QString tokenProblem(QStringView token, AuthMode mode)
{
    return problem(token, mode, [](QChar c) { return char32_t(c.unicode()); });
}

QString tokenProblem(QByteArrayView token, AuthMode mode)
{
    return problem(token, mode, [](char c) { return char32_t(quint8(c)); });
}

QByteArray generateTokenBytes()
{
    std::array<quint32, 8> random {};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const auto bytes =
            QByteArray::fromRawData(reinterpret_cast<const char *>(random.data()), sizeof(random));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace models
