// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/maskedhead.h"

#include "app/receiver/httpgrammar.h"

#include <QList>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr QByteArrayView mask = "***";

/// No token is shorter (models::validate), so a shorter word holds no whole one.
constexpr qsizetype shortestSecret = 16;

/// Fields that every request has and that hold nothing of ours, unless somebody confused them.
constexpr std::array<QByteArrayView, 12> harmless {
    "host",
    "content-type",
    "content-length",
    "accept",
    "accept-encoding",
    "user-agent",
    "connection",
    "transfer-encoding",
    "expect",
    "content-encoding",
    "x-forwarded-for",
    "x-real-ip",
};

/// Of those, the ones whose values are long as a rule: names and addresses of hosts.
constexpr std::array<QByteArrayView, 3> hosts { "host", "x-forwarded-for", "x-real-ip" };

/// Words of such fields that are long and mean no harm.
constexpr std::array<QByteArrayView, 1> longWords { "application/x-www-form-urlencoded" };

constexpr std::array<QByteArrayView, 14> tellingNames {
    "auth",   "token",      "secret",  "key", "passw", "passphrase", "signature",
    "cookie", "credential", "session", "jwt", "hmac",  "pwd",        "sig-",
};

/// Words before credentials; any other word may be the secret itself.
constexpr std::array<QByteArrayView, 8> schemes {
    "bearer", "splunk", "basic", "digest", "negotiate", "ntlm", "token", "apikey",
};

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// `word` in lower case. Inline: most of the time goes here.
inline bool equalsIgnoringCase(QByteArrayView text, QByteArrayView word)
{
    if (text.size() != word.size())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (lower(text[i]) != word[i])
            return false;
    }
    return true;
}

bool containsWord(QByteArrayView text, QByteArrayView word)
{
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char a, char b) { return lower(a) == b; })
            != text.end();
}

template<typename Words> bool containsAny(QByteArrayView text, const Words &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QByteArrayView word) { return containsWord(text, word); });
}

template<typename Words> bool isOneOf(QByteArrayView text, const Words &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QByteArrayView word) { return equalsIgnoringCase(text, word); });
}

/// Appends with "?" for what is not printable. True: there was a control character, which no
/// field may hold; the tab is none.
bool appendClean(QByteArray &out, QByteArrayView text)
{
    const qsizetype before = out.size();
    out.append(text);
    char *at = out.data() + before;
    bool isBroken = false;
    for (char *end = at + text.size(); at != end; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte >= 0x20 && byte <= 0x7e)
            continue;
        isBroken = isBroken || (byte < 0x20 && byte != '\t') || byte == 0x7f;
        *at = '?';
    }
    return isBroken;
}

/// True for what separates the words of a value: a secret holds none of these.
bool isBetween(char c)
{
    return c == ' ' || c == '\t' || c == ',' || c == ';' || c == '"' || c == '\'' || c == '('
            || c == ')' || c == '<' || c == '>' || c == ':';
}

/// A path or the like: a capability secret, long parts and the values of a query are masked.
void appendPath(QByteArray &out, QByteArrayView path)
{
    const qsizetype query = path.indexOf('?');
    QByteArrayView rest = query < 0 ? path : path.first(query);
    while (!rest.isEmpty()) {
        qsizetype end = rest.indexOf('/', 1);
        end = end < 0 ? rest.size() : end;
        const QByteArrayView part = rest.first(end);
        const QByteArrayView word = part.front() == '/' ? part.sliced(1) : part;
        if (containsWord(word, "hook") && !equalsIgnoringCase(word, "webhook")) {
            // What follows is a secret, even in a mistyped address.
            const bool isWhole = equalsIgnoringCase(word, "hook");
            out.append(isWhole ? QByteArrayView("/hook") : QByteArrayView("/hook***"));
            if (isWhole && rest.size() > end)
                out.append("/***");
            break;
        }
        if (word.size() >= shortestSecret)
            out.append(part.front() == '/' ? QByteArrayView("/***") : mask);
        else
            appendClean(out, part);
        rest = rest.sliced(end);
    }
    if (query < 0)
        return;
    char before = '?';
    for (QByteArrayView left = path.sliced(query + 1); before != '\0';) { // no copies of a secret
        out.append(before);
        const qsizetype next = left.indexOf('&');
        const QByteArrayView part = next < 0 ? left : left.first(next);
        const qsizetype equals = part.indexOf('=');
        if (equals > 0 && equals < shortestSecret) {
            appendClean(out, part.first(equals));
            out.append('=');
        }
        out.append(mask);
        before = next < 0 ? '\0' : '&';
        left = next < 0 ? QByteArrayView() : left.sliced(next + 1);
    }
}

/// Any other text: words that look like an address, or are as long as a secret, are masked in
/// part or whole; so is all that follows a scheme of credentials.
void appendWords(QByteArray &out, QByteArrayView text, bool isFree)
{
    while (!text.isEmpty()) {
        qsizetype size = 0;
        while (size < text.size() && !isBetween(text[size]))
            ++size;
        if (size == 0) {
            appendClean(out, text.first(1));
            text = text.sliced(1);
            continue;
        }
        const QByteArrayView word = text.first(size);
        text = text.sliced(size);
        if (isOneOf(word, schemes) && !text.isEmpty()) {
            appendClean(out, word);
            out.append(' ').append(mask);
            return;
        }
        if (word.contains('/') || word.contains('?') || containsWord(word, "hook"))
            appendPath(out, word);
        else if (isFree && word.size() >= shortestSecret)
            out.append(mask);
        else
            appendClean(out, word);
    }
}

void appendCredentials(QByteArray &out, QByteArrayView value)
{
    const qsizetype space = value.indexOf(' ');
    if (space > 0 && isOneOf(value.first(space), schemes)) {
        appendClean(out, value.first(space));
        out.append(' ');
    }
    out.append(mask);
}

/// True for METHOD SP target SP version; appends it then.
bool appendRequestLine(QByteArray &out, QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1)
        return false;
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (method.size() >= shortestSecret || !grammar::isToken(method) || !grammar::isVisible(target)
        || target.front() != '/' || version.size() != 8 || !version.startsWith("HTTP/"))
        return false;
    out.append(method).append(' ');
    appendPath(out, target);
    out.append(' ');
    appendClean(out, version);
    return true;
}

/// True for a well-formed field; appends it then.
bool appendField(QByteArray &out, QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = grammar::trimmed(line.sliced(colon + 1));
    const bool isHarmless = isOneOf(name, harmless);
    const bool isShort = value.size() < shortestSecret;
    if (isHarmless && (isShort || isOneOf(name, hosts) || isOneOf(value, longWords))) {
        const qsizetype before = out.size();
        const bool isPlain = value.data() == line.data() + colon + 2; // as nearly all write it
        if (!isPlain)
            out.append(name).append(": ");
        if (!appendClean(out, isPlain ? line : value))
            return true;
        out.truncate(before);
        return false;
    }
    if (!grammar::isToken(name) || !grammar::isFieldValue(value))
        return false;
    out.append(name).append(": ");
    if (isHarmless) // a secret in a field of another meaning is masked, too
        appendWords(out, value, true);
    else if (equalsIgnoringCase(name, "authorization")
             || equalsIgnoringCase(name, "proxy-authorization"))
        appendCredentials(out, value);
    else if (name.size() > 64 || containsAny(name, tellingNames))
        out.append(mask);
    else
        appendWords(out, value, false);
    return true;
}

void appendUnreadable(QByteArray &out, QByteArrayView line)
{
    const bool continues = line.front() == ' ' || line.front() == '\t';
    if (continues || containsAny(line, tellingNames))
        out.append(mask);
    else
        appendWords(out, line, true);
}

} // namespace

QByteArray maskedHead(QByteArrayView head, qsizetype most)
{
    QByteArray out;
    out.reserve(qMin(head.size(), most) + 64);
    bool isFirst = true;
    while (!head.isEmpty() && out.size() < most) {
        qsizetype end = head.indexOf('\n');
        end = end < 0 ? head.size() : end;
        QByteArrayView line = head.first(end);
        head = head.sliced(qMin(end + 1, head.size()));
        if (line.endsWith('\r'))
            line = line.chopped(1);
        if (line.isEmpty() && !isFirst)
            break; // what follows is a body
        if (line.isEmpty())
            continue;
        const bool isRead = isFirst ? appendRequestLine(out, line) : appendField(out, line);
        if (!isRead)
            appendUnreadable(out, line);
        out.append('\n');
        isFirst = false;
    }
    out.truncate(most);
    return out;
}

} // namespace app
