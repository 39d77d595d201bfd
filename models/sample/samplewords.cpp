// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/samplewords.h"

namespace models::samplewords {

std::span<const char *const> places()
{
    static constexpr const char *list[] = {
        "on a public endpoint",
        "on an endpoint for partners",
        "behind the content delivery network",
        "on the load balancer",
        "in the staging environment",
        "on a host found by the web crawler",
        "on an interface used by mobile apps",
        "in a cloud account of production",
        "on an administration interface",
        "on a host without an owner",
    };
    return list;
}

std::span<const char *const> groups()
{
    static constexpr const char *list[] = {
        "Retail Banking",        "Payments Platform",    "Cards and Wallet",
        "Mortgage Services",     "Private Clients",      "Treasury",
        "Fraud Operations",      "Customer Identity",    "Mobile Engineering",
        "Open Banking",          "Insurance Claims",     "Insurance Sales",
        "Loyalty Programme",     "E-Commerce Europe",    "E-Commerce Americas",
        "E-Commerce Asia",       "Order Management",     "Warehouse Logistics",
        "Store Systems",         "Supplier Portal",      "Marketing Sites",
        "Brand Campaigns",       "Content Platform",     "Search and Discovery",
        "Recommendations",       "Data Platform",        "Business Reporting",
        "Machine Learning",      "Cloud Foundation",     "Network Services",
        "Corporate IT",          "Human Resources",      "Legal and Privacy",
        "Finance Systems",       "Procurement",          "Field Service",
        "Contact Centre",        "Partner Integrations", "Developer Portal",
        "Internal Tools",        "CA Business Unit",     "DACH Business Unit",
        "Nordics Business Unit", "UK Business Unit",     "Iberia Business Unit",
        "Benelux Business Unit", "ANZ Business Unit",    "India Business Unit",
        "Japan Business Unit",   "Brazil Business Unit", "Research Lab",
        "Connected Devices",     "Telematics",           "Energy Trading",
        "Smart Metering",        "Travel Booking",       "Airport Services",
        "Health Records",        "Acquired Companies",   "Sandbox",
    };
    static_assert(std::size(list) == 60);
    return list;
}

std::span<const char *const> services()
{
    static constexpr const char *list[] = {
        "accounts", "payments", "checkout", "orders",   "invoices", "catalogue", "search",
        "login",    "sso",      "users",    "profile",  "cards",    "loans",     "claims",
        "quotes",   "booking",  "tickets",  "shipping", "tracking", "returns",   "stock",
        "prices",   "vouchers", "mail",     "push",     "chat",     "docs",      "media",
        "images",   "reports",  "metrics",  "events",   "audit",    "admin",     "partners",
        "gateway",  "graphql",  "webhooks", "feeds",    "geo",
    };
    return list;
}

std::span<const char *const> firstNames()
{
    static constexpr const char *list[] = { "ada",   "ben",     "carla", "dmitri", "elena",
                                            "farid", "greta",   "hugo",  "ines",   "jonas",
                                            "keiko", "liam",    "maria", "noor",   "oscar",
                                            "priya", "quentin", "rosa",  "stefan", "tomoko" };
    return list;
}

std::span<const char *const> lastNames()
{
    static constexpr const char *list[] = { "almeida", "brandt",  "castro",   "dubois",
                                            "eriksen", "fischer", "garcia",   "haddad",
                                            "ivanova", "jensen",  "kowalski", "larsen" };
    return list;
}

std::span<const char *const> appNames()
{
    static constexpr const char *list[] = {
        "Everyday Banking", "Wallet",        "Fleet Driver", "Store Companion", "Loyalty Club",
        "Claims Assistant", "Home Energy",   "Travel Desk",  "Health Diary",    "Field Engineer",
        "Warehouse Scan",   "Card Control",  "Trade Desk",   "Voucher Book",    "Meter Reader",
        "Guest Check-in",   "Parcel Finder", "Team Chat",    "Campus Access",   "Car Remote",
    };
    return list;
}

std::span<const char *const> findings()
{
    static constexpr const char *list[] = {
        "Hardcoded secret found in application code|net.ApiClient.<clinit>()",
        "Certificate validation can be switched off|net.TrustAll.checkServerTrusted()",
        "Personal data written to the device log|log.Debug.dump()",
        "Unencrypted local database|data.LocalStore.open()",
        "Screenshots show account details|ui.AccountActivity.onCreate()",
        "Third-party library sends the advertising id|ads.Tracker.identify()",
        "Weak random numbers used for a session|auth.Session.<init>()",
        "Exported component without permission|share.ShareReceiver.onReceive()",
        "JavaScript bridge reachable from any page|web.HelpView.attach()",
        "Cleartext traffic allowed by configuration|res.xml.network_security_config",
        "Outdated networking library with known weaknesses|lib.okhttp",
        "Deep link accepts an arbitrary address|nav.DeepLinks.open()",
        "Clipboard holds one-time codes|auth.CodeField.paste()",
        "Keychain item readable while the device is locked|store.SecretBox.add()",
        "Backup contains tokens|res.xml.backup_rules",
        "Jailbreak detection missing|guard.Integrity.check()",
    };
    return list;
}

std::span<const char *const> notes()
{
    static constexpr const char *list[] = {
        "Key rotated in the backend; the app change ships with the next release.",
        "Vendor of the library contacted, answer expected this week.",
        "Not reachable from outside according to the network team, please verify.",
        "Fix merged, waiting for the store review.",
        "Same cause as the finding of last month, linked in the tracker.",
    };
    return list;
}

std::span<const char *const> exceptions()
{
    static constexpr const char *list[] = {
        "Staging host, retired at the end of the quarter.",
        "Accepted by the risk board; reviewed again in six months.",
        "Compensated by the web application firewall in front of it.",
        "Partner requires the old protocol until their migration.",
        "Test data only, no customer record can be reached.",
    };
    return list;
}

std::span<const char *const> deviceThreats()
{
    static constexpr const char *list[] = { "ROOTED_DEVICE_DETECTED", "DEBUGGER_ATTACHED",
                                            "HOOKING_FRAMEWORK_DETECTED", "REPACKAGED_APP",
                                            "UNTRUSTED_CERTIFICATE" };
    return list;
}

std::span<const char *const> requestThreats()
{
    static constexpr const char *list[] = { "SQL_INJECTION_ATTEMPT", "PATH_TRAVERSAL_ATTEMPT",
                                            "CREDENTIAL_STUFFING", "SCRAPING",
                                            "BROKEN_OBJECT_LEVEL_AUTHORIZATION" };
    return list;
}

} // namespace models::samplewords
