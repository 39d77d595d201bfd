// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/routes.h"

namespace app {

namespace {

constexpr QByteArrayView hookPrefix = "/hook/";

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
    QString text = QString::fromLatin1(pathOf(target).first(qMin(pathOf(target).size(), longest)));
    for (QChar &c : text) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7e)
            c = QLatin1Char('?');
    }
    return text;
}

} // namespace app
