// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keptsecret.h"

#include "app/shared/wipe.h"
#include "models/settings/tokenrules.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace app {

using models::ReceiverSecrets;
using models::Result;

namespace {

constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
constexpr std::array<QByteArrayView, 2> schemes { "bearer", "splunk" };

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// models::bareToken() of bytes.
QByteArrayView bare(QByteArrayView text)
{
    for (const QByteArrayView scheme : schemes) {
        if (text.size() > scheme.size() && isSpace(text[scheme.size()])
            && text.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0)
            return text.sliced(scheme.size()).trimmed();
    }
    return text;
}

/// Where the string ends that begins at `from`, behind its quotation mark: the place of the other.
qsizetype endOfString(QByteArrayView json, qsizetype from)
{
    while (from < json.size() && json[from] != '"')
        from += json[from] == '\\' ? 2 : 1;
    return std::min(from, json.size());
}

qsizetype skipSpace(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isSpace(json[at]))
        ++at;
    return at;
}

/// The text of the member "token", as written; empty where there is none. The object is flat.
QByteArrayView tokenMember(QByteArrayView json)
{
    for (qsizetype at = json.indexOf('"'); at >= 0 && at < json.size();) {
        const qsizetype end = endOfString(json, at + 1);
        const QByteArrayView name = json.sliced(at + 1, std::max<qsizetype>(0, end - at - 1));
        qsizetype next = skipSpace(json, end + 1);
        if (name == "token" && next < json.size() && json[next] == ':') {
            next = skipSpace(json, next + 1);
            if (next < json.size() && json[next] == '"')
                return json.sliced(next + 1, endOfString(json, next + 1) - next - 1);
        }
        at = json.indexOf('"', end + 1);
    }
    return {};
}

/// Takes off the backslashes that JSON needs. A token has no sign that needs more (RFC 8259, 7).
SecretBytes unescaped(QByteArrayView written)
{
    QByteArray text(written.size(), '\0');
    qsizetype size = 0;
    for (qsizetype i = 0; i < written.size(); ++i) {
        if (written[i] == '\\' && i + 1 < written.size())
            ++i;
        text[size++] = written[i];
    }
    text.truncate(size);
    return SecretBytes(std::move(text));
}

Result<ReceiverSecrets> withToken(ReceiverSecrets secrets, QByteArrayView pasted,
                                  models::AuthMode mode)
{
    const QByteArrayView token = bare(pasted);
    if (token.isEmpty())
        return secrets;
    if (const QString problem = models::tokenProblem(token, mode); !problem.isEmpty())
        return models::Failure { problem };
    secrets.current.hash = secretHash(token);
    return secrets;
}

} // namespace

Result<ReceiverSecrets> readHidden(const SecretBytes &kept, models::AuthMode mode)
{
    QByteArrayView text = kept.view();
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    text = text.trimmed();
    if (!text.startsWith('{'))
        return withToken({}, text, mode);
    const QByteArrayView member = tokenMember(text);
    QByteArray rest = text.toByteArray(); // what Qt's reader sees has no token in it
    std::fill_n(rest.begin() + (member.isEmpty() ? 0 : member.data() - text.data()), member.size(),
                'x');
    if (!QJsonDocument::fromJson(rest).isObject()) {
        wipe(rest);
        return withToken({}, text, mode);
    }
    ReceiverSecrets secrets = ReceiverSecrets::fromText(QString::fromLatin1(rest));
    if (member.isEmpty())
        return secrets;
    secrets.current = {};
    const SecretBytes token = unescaped(member);
    return withToken(std::move(secrets), token.view(), mode);
}

} // namespace app
