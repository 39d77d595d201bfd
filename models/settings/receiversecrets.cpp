// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/receiversecrets.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace models {

namespace {

constexpr QLatin1String tokenKey("token");
constexpr QLatin1String hashKey("hash");
constexpr QLatin1String previousKey("previous");
constexpr QLatin1String untilKey("until");
constexpr qsizetype hashSize = 32; // SHA-256

QByteArray hashFrom(const QJsonValue &value)
{
    const QByteArray hash = QByteArray::fromHex(value.toString().toLatin1());
    return hash.size() == hashSize ? hash : QByteArray();
}

} // namespace

QString bareToken(const QString &pasted)
{
    const QString text = pasted.trimmed();
    for (const QLatin1String scheme : { QLatin1String("bearer"), QLatin1String("splunk") }) {
        const bool isMarked = text.size() > scheme.size() && text.at(scheme.size()).isSpace()
                && text.startsWith(scheme, Qt::CaseInsensitive);
        if (isMarked)
            return text.mid(scheme.size()).trimmed();
    }
    return pasted;
}

Secret Secret::fromText(const QString &pasted)
{
    const QString text = bareToken(pasted);
    if (text.isEmpty())
        return {};
    return { text, QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256) };
}

ReceiverSecrets ReceiverSecrets::fromToken(const QString &token)
{
    return { Secret::fromText(token), {}, {} };
}

ReceiverSecrets ReceiverSecrets::rotated(const Secret &fresh, Instant until) const
{
    if (current.isEmpty() || current.hash == fresh.hash)
        return { fresh, previous, previousUntil };
    return { fresh, current.hidden(), until };
}

QString ReceiverSecrets::toText() const
{
    if (previous.isEmpty() && (!current.text.isEmpty() || current.isEmpty()))
        return current.text;
    QJsonObject kept;
    if (!current.text.isEmpty())
        kept.insert(tokenKey, current.text);
    else if (!current.isEmpty())
        kept.insert(hashKey, QString::fromLatin1(current.hash.toHex()));
    if (!previous.isEmpty() && previousUntil) {
        kept.insert(previousKey, QString::fromLatin1(previous.hash.toHex()));
        kept.insert(untilKey, qint64(previousUntil->time_since_epoch().count()));
    }
    return QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

ReceiverSecrets ReceiverSecrets::fromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return fromToken(text);
    const QJsonObject kept = document.object();
    ReceiverSecrets secrets = fromToken(kept.value(tokenKey).toString());
    if (secrets.current.isEmpty())
        secrets.current.hash = hashFrom(kept.value(hashKey));
    secrets.previous.hash = hashFrom(kept.value(previousKey));
    if (!secrets.previous.isEmpty())
        secrets.previousUntil =
                Instant(std::chrono::milliseconds(kept.value(untilKey).toInteger()));
    return secrets;
}

} // namespace models
