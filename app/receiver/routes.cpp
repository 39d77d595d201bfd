// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/routes.h"

namespace app {

namespace {

constexpr QByteArrayView hookPrefix = "/hook/";

/// No token is shorter (models::validate), so a shorter part of a path holds no whole one.
constexpr qsizetype shortestSecret = 16;

/// With a question mark for everything but printable ASCII.
QString cleaned(QByteArrayView part)
{
    QString text = QString::fromLatin1(part);
    for (QChar &c : text) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7e)
            c = QLatin1Char('?');
    }
    return text;
}

QByteArrayView pathOf(QByteArrayView target)
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

} // namespace

Target findRoute(QByteArrayView target)
{
    const QByteArrayView path = pathOf(target);
    if (path == "/webhook")
        return { Route::Webhook, {} };
    if (path == "/services/collector" || path == "/services/collector/event")
        return { Route::Collector, {} };
    if (path.startsWith(hookPrefix) && path.size() > hookPrefix.size())
        return { Route::Hook, path.sliced(hookPrefix.size()) };
    if (path == "/healthz")
        return { Route::Health, {} };
    if (path == "/readyz")
        return { Route::Ready, {} };
    if (path == "/services/collector/health")
        return { Route::CollectorHealth, {} };
    if (path == "/metrics")
        return { Route::Metrics, {} };
    return {};
}

bool takesEvents(Route route)
{
    return route == Route::Webhook || route == Route::Hook || route == Route::Collector;
}

QByteArray allowedMethods(Route route)
{
    return takesEvents(route) ? QByteArrayLiteral("POST") : QByteArrayLiteral("GET");
}

QString recordedPath(QByteArrayView target)
{
    switch (findRoute(target).route) {
    case Route::Webhook:
        return QStringLiteral("/webhook");
    case Route::Hook:
        return QStringLiteral("/hook/…");
    default:
        break;
    }
    if (target.startsWith("/hook")) // a mistyped capability address may still hold the secret
        return QStringLiteral("/hook…");
    constexpr qsizetype longest = 200;
    QString text;
    QByteArrayView rest = pathOf(target);
    while (!rest.isEmpty() && text.size() < longest) {
        const qsizetype slash = rest.indexOf('/', 1);
        const QByteArrayView part = slash < 0 ? rest : rest.first(slash);
        text += part.size() - 1 < shortestSecret ? cleaned(part) : QStringLiteral("/…");
        rest = rest.sliced(part.size());
    }
    return text.left(longest);
}

} // namespace app
