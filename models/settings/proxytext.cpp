// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/proxytext.h"

#include <algorithm>

namespace models {

using namespace std::chrono_literals;

namespace {

bool isSecure(const ReceiverSettings &settings)
{
    return !settings.certificateFile.isEmpty();
}

/// Where the proxy reaches the receiver: listening everywhere includes the loopback.
QString upstream(const ReceiverSettings &settings)
{
    QString host = settings.address;
    if (host == QLatin1String("any") || host == QLatin1String("0.0.0.0")
        || host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    else if (host == QLatin1String("::"))
        host = QStringLiteral("::1");
    if (host.contains(QLatin1Char(':')))
        host = QString(QLatin1Char('[') + host + QLatin1Char(']'));
    const QString port =
            settings.port == 0 ? QStringLiteral("PORT") : QString::number(settings.port);
    return host + QLatin1Char(':') + port;
}

/// Twice the limit, in KiB: what is too large is refused by the receiver, where it is on record.
qint64 bodyKib(const ReceiverSettings &settings)
{
    return (2 * qint64(settings.limits.body) + 1023) / 1024;
}

QString seconds(std::chrono::milliseconds time)
{
    return QString(QString::number(std::max<qint64>(1, time.count() / 1000)) + QLatin1Char('s'));
}

/// Kept connections to the receiver end before the receiver ends them.
std::chrono::milliseconds keptFor(const ReceiverSettings &settings)
{
    return settings.limits.idleTime / 2;
}

/// `text` with each {name} replaced.
QString filled(QString text, const ReceiverSettings &settings)
{
    const std::pair<QLatin1String, QString> values[] = {
        { QLatin1String("<host>"), QString::fromUtf16(proxyHostName) },
        { QLatin1String("<upstream>"), upstream(settings) },
        { QLatin1String("<kib>"), QString::number(bodyKib(settings)) },
        { QLatin1String("<head>"), seconds(settings.limits.headTime) },
        { QLatin1String("<body>"), seconds(settings.limits.bodyTime) },
        { QLatin1String("<idle>"), seconds(settings.limits.idleTime) },
        { QLatin1String("<kept>"), seconds(keptFor(settings)) },
    };
    for (const auto &[name, value] : values)
        text.replace(name, value);
    return text;
}

QString nginxText(const ReceiverSettings &settings)
{
    // One block of proxy settings at the level of the server: locations inherit all of it.
    QString text = QStringLiteral(
            R"(# Watchfloor behind nginx: save as /etc/nginx/conf.d/watchfloor.conf, put in your host
# name and certificate files, then: nginx -t && systemctl reload nginx
# In Watchfloor's settings the trusted proxies must hold 127.0.0.1 (and ::1).
upstream watchfloor {
    server <upstream>;
    keepalive 16;
    keepalive_timeout <kept>;
}
server {
    listen 443 ssl;
    server_name <host>;
    ssl_certificate /etc/letsencrypt/live/<host>/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/<host>/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;

    client_header_timeout <head>;
    client_body_timeout <body>;
    keepalive_timeout <idle>;
    client_max_body_size <kib>k; # beyond Watchfloor's own limit, so that it records what is too large

    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr; # not what the sender claims
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header Forwarded "";
    proxy_connect_timeout 5s;
    proxy_send_timeout <body>;
    proxy_read_timeout <body>;
    proxy_next_upstream off; # an event is sent again by the portal, not here

)");
    if (isSecure(settings))
        text += QStringLiteral("    proxy_ssl_verify off; # to this machine itself\n\n");
    const QString pass = isSecure(settings) ? QStringLiteral("proxy_pass https://watchfloor;")
                                            : QStringLiteral("proxy_pass http://watchfloor;");
    const QString location = QStringLiteral("    location %1 { %2 }\n");
    if (settings.auth == AuthMode::Url) {
        text += QStringLiteral(
                        R"(    location /hook/ { # the address is a secret: it stays out of the logs
        access_log off;
        error_log /dev/null crit;
        %1
    }
)")
                        .arg(pass);
    } else {
        text += location.arg(QStringLiteral("= /webhook"), pass);
        text += location.arg(QStringLiteral("/services/collector"), pass);
    }
    text += location.arg(QStringLiteral("= /healthz"), pass);
    text += location.arg(QStringLiteral("/"), QStringLiteral("return 404;"));
    text += QStringLiteral("}\n");
    return filled(text, settings);
}

QString caddyText(const ReceiverSettings &settings)
{
    QString text = QStringLiteral(
            R"(# Watchfloor behind Caddy (2.5 or newer): save as /etc/caddy/Caddyfile, put in your host name,
# then: systemctl reload caddy. The certificate comes by itself; the sender's address is put
# into X-Forwarded-For by Caddy, whatever the sender claims.
# In Watchfloor's settings the trusted proxies must hold 127.0.0.1 (and ::1).
{
<log>	servers {
		timeouts {
			read_header <head>
			read_body <body>
			idle <idle>
		}
	}
}
<host> {
	@events path <paths>
	handle @events {
		request_body {
			max_size <kib>KiB # beyond Watchfloor's own limit, so that it records what is too large
		}
		reverse_proxy <scheme><upstream> {
			header_up -Forwarded
			transport http {
				dial_timeout 5s
				response_header_timeout <body>
				keepalive <kept>
<tls>			}
		}
	}
	handle {
		respond 404
	}
}
)");
    const bool isUrl = settings.auth == AuthMode::Url;
    text.replace(QLatin1String("<paths>"),
                 isUrl ? QStringLiteral("/hook/* /healthz")
                       : QStringLiteral("/webhook /services/collector /services/collector/* "
                                        "/healthz"));
    text.replace(QLatin1String("<log>"),
                 isUrl ? QStringLiteral("\tlog {\n"
                                        "\t\texclude http.log.error # the address is a secret\n"
                                        "\t}\n")
                       : QString());
    text.replace(QLatin1String("<scheme>"),
                 isSecure(settings) ? QStringLiteral("https://") : QString());
    text.replace(QLatin1String("<tls>"),
                 isSecure(settings) ? QStringLiteral(
                         "\t\t\t\ttls_insecure_skip_verify # to this machine itself\n")
                                    : QString());
    return filled(text, settings);
}

} // namespace

QString proxyText(ProxyKind kind, const ReceiverSettings &settings)
{
    return kind == ProxyKind::Nginx ? nginxText(settings) : caddyText(settings);
}

} // namespace models
