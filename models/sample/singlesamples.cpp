// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/singlesamples.h"

#include "models/sample/samplewords.h"

#include <array>

namespace models {

using Kind = SampleKind;

namespace {
constexpr std::array roles { "MANAGER", "SECURITY", "DEVELOPER" };
constexpr std::array strategies { "OTP", "SAML", "GOOGLE" };
constexpr std::array methods { "GET", "POST", "PUT", "DELETE" };
} // namespace

QByteArray SingleSamples::next(const SampleCatalogue &catalogue, Kind kind, Instant now)
{
    LineWriter out(1024);
    const qint64 time = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    switch (kind) {
    case Kind::UserCreated:
    case Kind::UserUpdated:
    case Kind::UserDeleted:
    case Kind::SignIn:
    case Kind::SignInFailed:
        // The confirmed samples of users have their keys in this order.
        out << R"({"host": "securetheorem.com", "event": {"data": {)";
        if (kind == Kind::SignIn || kind == Kind::SignInFailed)
            signIn(out, catalogue, kind == Kind::SignInFailed);
        else
            user(out, catalogue, kind);
        out << R"("}, "time": )" << time << "}";
        return out.take();
    case Kind::Service:
        service(out, catalogue);
        break;
    case Kind::MobileProtect:
    case Kind::ApiProtect:
        protection(out, catalogue, kind, now);
        break;
    default:
        unknown(out);
        break;
    }
    out << R"(}, "version": 1}, "time": )" << time << R"(, "host": "securetheorem.com"})";
    return out.take();
}

void SingleSamples::service(LineWriter &out, const SampleCatalogue &catalogue)
{
    const SampleAsset &asset =
            catalogue.assets()[m_random.below(quint32(catalogue.assets().size()))];
    out << R"({"event": {"type": "API_SECURE__NETWORK_SERVICE_DISCOVERED", "data": {)"
        << asset.json;
}

void SingleSamples::user(LineWriter &out, const SampleCatalogue &catalogue, Kind kind)
{
    const auto &users = catalogue.users();
    const quint32 who = m_random.below(quint32(users.size()));
    const QByteArray &login = users[who];
    const QByteArray &by = users[m_random.skewed(12)];
    out << R"("user_login_email": ")" << login << "\"";
    if (kind == Kind::UserDeleted) {
        out << R"(, "deleted_by": ")" << by
            << R"("}, "version": 1, "type": "MOBILE_SECURE__USER_DELETED)";
        return;
    }
    const qsizetype dot = login.indexOf('.');
    const auto allowed = [this] { return m_random.chance(2, 3) ? "true" : "false"; };
    out << R"(, "first_name": ")" << QByteArrayView(login).first(dot) << R"(", "last_name": ")"
        << QByteArrayView(login).sliced(dot + 1, login.indexOf('@') - dot - 1)
        << R"(", "notification_email": ")" << login
        << R"(", "allowed_app_ids": [], "can_access_app_search": )" << allowed()
        << R"(, "can_access_app_secure": )" << allowed() << R"(, "can_access_brand_protect": )"
        << allowed() << R"(, "can_access_api_inspect": )" << allowed()
        << R"(, "can_download_reports": )" << allowed() << R"(, "can_invite_users": )" << allowed()
        << R"(, "role": ")" << roles[m_random.below(quint32(roles.size()))]
        << R"(", "auth_strategy": ")" << strategies[m_random.below(quint32(strategies.size()))]
        << "\"";
    if (kind == Kind::UserCreated)
        out << R"(, "created_by": ")" << by
            << R"("}, "version": 1, "type": "MOBILE_SECURE__USER_CREATED)";
    else
        out << R"(, "updated_by": ")" << by
            << R"("}, "version": 1, "type": "MOBILE_SECURE__USER_UPDATED)";
}

void SingleSamples::signIn(LineWriter &out, const SampleCatalogue &catalogue, bool failed)
{
    const auto &users = catalogue.users();
    // Failures gather on a few accounts, as when passwords are guessed.
    const quint32 who = m_random.below(failed && m_random.chance(3, 5) ? 8 : quint32(users.size()));
    out << R"("user_login_email": ")" << users[who] << R"(", "auth_strategy": ")"
        << strategies[who % strategies.size()] << R"(", "ip_address": ")";
    address(out, failed ? m_random.below(200) : who);
    if (failed)
        out << R"(", "auth_failed_reason": ")"
            << (m_random.chance(4, 5) ? "INVALID_PASSWORD" : "EXPIRED_CODE")
            << R"("}, "version": 1, "type": "MOBILE_SECURE__USER_LOGIN_FAILED)";
    else
        out << R"("}, "version": 1, "type": "MOBILE_SECURE__USER_LOGIN_SUCCESSFUL)";
}

void SingleSamples::protection(LineWriter &out, const SampleCatalogue &catalogue, Kind kind,
                               Instant now)
{
    const auto oneOf = [this](auto list) { return list[m_random.below(quint32(std::size(list)))]; };
    if (kind == Kind::MobileProtect) {
        out << R"({"event": {"type": "MOBILE_PROTECT__EVENT_DETECTED", "data": {"uuid": ")"
            << makeId() << R"(", "event_type": ")" << oneOf(samplewords::deviceThreats())
            << R"(", "mobile_app": )"
            << catalogue.apps()[m_random.skewed(quint32(catalogue.apps().size()))].json
            << R"(, "date_created": ")";
        out.moment(now, int(m_random.below(1000000))) << R"(", "details": null)";
        return;
    }
    const SampleAsset &asset =
            catalogue.assets()[m_random.skewed(quint32(catalogue.assets().size()))];
    out << R"({"event": {"type": "API_PROTECT__EVENT_DETECTED", "data": {"uuid": ")" << makeId()
        << R"(", "event_type": ")" << oneOf(samplewords::requestThreats())
        << R"(", "was_blocked": )" << (m_random.chance(3, 4) ? "true" : "false")
        << R"(, "http_method": ")" << oneOf(methods) << R"(", "path": "/v1/)"
        << oneOf(samplewords::services()) << R"(", "source_ip_address": ")";
    address(out, m_random.below(3000));
    out << R"(", "affected_asset": {)" << asset.json << R"(}, "date_created": ")";
    out.moment(now, int(m_random.below(1000000))) << "\"";
}

void SingleSamples::unknown(LineWriter &out)
{
    out << R"({"event": {"type": "CLOUD_SECURE__CONFIGURATION_DRIFT_DETECTED", "data": {"uuid": ")"
        << makeId() << R"(", "drift": {"before": )" << qint64(m_random.below(100))
        << R"(, "after": )" << qint64(m_random.below(100)) << R"(, "template": null})";
}

void SingleSamples::address(LineWriter &out, quint32 of)
{
    // The blocks for documentation of RFC 5737.
    constexpr std::array blocks { "192.0.2.", "198.51.100.", "203.0.113." };
    out << blocks[of % blocks.size()] << qint64(1 + of / 3 % 254);
}

} // namespace models
