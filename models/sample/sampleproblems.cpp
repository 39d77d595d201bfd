// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/samplewords.h"

namespace models::samplewords {

namespace {
constexpr const char *api = "API_SECURE";
constexpr const char *web = "WEB_SECURE";
constexpr const char *cloud = "CLOUD_SECURE";
constexpr const char *urgent = "URGENT";
constexpr const char *important = "IMPORTANT";
constexpr const char *proactive = "PROACTIVE";
} // namespace

std::span<const Problem> problems()
{
    static constexpr Problem list[] = {
        { important, api, "The server",
          "uses a certificate that will expire in less than the configured number of days.",
          "If the certificate is not renewed in time, browsers and mobile applications will refuse "
          "to connect and show that the connection is not secure.",
          "Deploy a new SSL/TLS certificate on the affected server." },
        { urgent, api, "An API operation", "can be called without any authentication.",
          "Anybody who knows the address can read or change the records behind it. Scans received "
          "complete answers without a session, a key or a token.",
          "Require authentication for the operation and check that the caller may see the "
          "requested object." },
        { urgent, api, "An API operation",
          "returns records of other customers when an identifier is changed.",
          "The identifier in the path is not compared with the owner of the session (broken object "
          "level authorization).",
          "Check on every request that the object belongs to the caller; add a test for "
          "identifiers of other customers." },
        { important, api, "The server", "accepts TLS 1.0 and TLS 1.1.",
          "Both versions are deprecated by RFC 8996. Attackers on the network path may be able to "
          "read parts of a connection that uses them.",
          "Allow TLS 1.2 and newer only and verify the list of cipher suites." },
        { important, api, "The server", "offers cipher suites without forward secrecy.",
          "Recorded traffic can be decrypted later by whoever obtains the private key.",
          "Allow only suites with ephemeral key exchange (ECDHE)." },
        { urgent, api, "An API answer", "contains full payment card numbers.",
          "The interface returns more than the client shows. Card numbers must not leave the "
          "payment zone unmasked (PCI DSS 3.3).",
          "Mask the card number on the server and remove the field from answers that do not need "
          "it." },
        { important, api, "An API operation", "has no limit on the rate of requests.",
          "Passwords, codes and vouchers can be guessed by trying them in turn, and the service "
          "can be exhausted by one client.",
          "Limit the rate for each account and address, and answer 429 with Retry-After." },
        { proactive, api, "An API operation", "answers errors with a stack trace.",
          "Names of classes, files and versions help an attacker to choose the next step.",
          "Turn detailed errors off outside development and log them on the server." },
        { important, api, "An API", "was found that is in no inventory.",
          "Operations without an owner are not patched and not monitored. The interface was "
          "discovered by comparing traffic with the published description.",
          "Assign an owner, publish the description or take the interface down." },
        { proactive, api, "A deprecated version of an API", "still answers.",
          "Old versions lack the controls that were added later and are often forgotten when "
          "weaknesses are fixed.",
          "Redirect clients to the current version and switch the old one off." },
        { urgent, api, "A token", "is accepted although its signature is not valid.",
          "The service reads the claims of the token without verifying it, so that anybody can "
          "become any user.",
          "Verify the signature with the expected algorithm and key before reading a claim." },
        { important, api, "Tokens", "stay valid for more than thirty days.",
          "A token that was stolen once can be used for weeks, also after the password was "
          "changed.",
          "Issue short-lived tokens and use rotating refresh tokens." },
        { important, api, "A GraphQL endpoint", "allows introspection and unlimited query depth.",
          "The complete schema can be read and nested queries can exhaust the service.",
          "Switch introspection off in production and limit depth and cost of queries." },
        { proactive, api, "The server", "does not send the Strict-Transport-Security header.",
          "The first connection of a browser may be made without encryption and redirected by an "
          "attacker.",
          "Send the header with a lifetime of at least one year." },
        { important, api, "Cross-origin requests",
          "are allowed from every origin with credentials.",
          "Any site that a signed-in user visits can read answers in the name of that user.",
          "Answer with an allow list of origins and never reflect the Origin header." },
        { urgent, web, "A page", "is open to stored cross-site scripting.",
          "Text that one user enters is run as script in the browser of another. Sessions can be "
          "taken over.",
          "Encode the text for the context in which it is shown and send a "
          "Content-Security-Policy." },
        { important, web, "A form", "has no protection against request forgery.",
          "A foreign page can send the form in the name of a signed-in user.",
          "Use a token bound to the session and set SameSite on the session cookie." },
        { important, web, "A page", "loads a script from a host that is not approved.",
          "Whoever controls that host controls what visitors see and type (web skimming).",
          "Host the script yourself or pin it with subresource integrity." },
        { proactive, web, "A session cookie", "lacks the Secure or the HttpOnly attribute.",
          "The cookie can travel over connections without encryption or be read by script.",
          "Set both attributes on every cookie that identifies a session." },
        { important, web, "A page", "uses a JavaScript library with known weaknesses.",
          "Public exploits exist for the version found. The library was identified by its file "
          "hash.",
          "Update the library and remove copies that are no longer used." },
        { proactive, web, "A page", "can be embedded in frames of other sites.",
          "Visitors can be led to click on things that they do not see.",
          "Send frame-ancestors in the Content-Security-Policy." },
        { urgent, web, "A directory with source code", "can be downloaded.",
          "The version control data gives away the complete source and often credentials.",
          "Remove the directory from the web root and rotate what was found in it." },
        { important, web, "A third-party tag", "reads fields of a payment form.",
          "Data typed by the visitor reaches a company that has no contract for it.",
          "Remove the tag from pages with forms or restrict it by a policy." },
        { urgent, cloud, "A storage bucket", "can be listed and read by everybody.",
          "Objects were downloaded without credentials during the scan, among them backups.",
          "Block public access for the account and grant access by role." },
        { important, cloud, "A security group", "opens an administration port to every address.",
          "Remote desktop and shell services are attacked within minutes of being reachable.",
          "Allow the addresses of the company network only, or use a bastion service." },
        { important, cloud, "A database instance", "is not encrypted at rest.",
          "Snapshots and disks can be read by whoever gains access to the storage layer.",
          "Migrate the instance to encrypted storage with a managed key." },
        { proactive, cloud, "Access logging", "is switched off for a load balancer.",
          "Without logs an incident cannot be understood afterwards.",
          "Switch access logging on and keep the logs for one year." },
        { important, cloud, "An access key", "has not been rotated for more than a year.",
          "Old keys have been copied to more places than anybody knows.",
          "Replace the key by a role or rotate it every ninety days." },
        { urgent, cloud, "A function", "runs with administrator permissions.",
          "A weakness in the function gives the attacker the complete account.",
          "Grant only the permissions that the function uses." },
        { important, cloud, "A DNS record", "points to a resource that no longer exists.",
          "Others can register the resource and serve content under this name (subdomain "
          "takeover).",
          "Remove the record or claim the resource again." },
    };
    static_assert(std::size(list) == 30);
    return list;
}

} // namespace models::samplewords
