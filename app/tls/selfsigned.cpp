// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/selfsigned.h"

#include "app/tls/hostnames.h"

#include <QCoreApplication>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

namespace app {

using namespace std::chrono_literals;

namespace {

/// Calls OpenSSL's own function to free what it made.
template<auto freeFunction> struct Free
{
    template<typename T> void operator()(T *object) const { freeFunction(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Bytes = std::unique_ptr<BIO, Free<BIO_free_all>>;

models::Failure opensslFailure()
{
    std::array<char, 256> words {};
    ERR_error_string_n(ERR_get_error(), words.data(), words.size());
    ERR_clear_error();
    return { QCoreApplication::translate("app::SelfSigned",
                                         "The certificate could not be made: %1.")
                     .arg(QString::fromLatin1(words.data())) };
}

bool setSerial(X509 &certificate)
{
    // 127 random bits: positive, at most 20 bytes (RFC 5280, 4.1.2.2).
    const Number number(BN_new());
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
            && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate)) != nullptr;
}

bool setTimes(X509 &certificate, models::Instant now)
{
    const auto from = std::chrono::floor<std::chrono::seconds>(now - 1h);
    const auto until = from + selfSignedTime;
    return ASN1_TIME_set(X509_getm_notBefore(&certificate), from.time_since_epoch().count())
            != nullptr
            && ASN1_TIME_set(X509_getm_notAfter(&certificate), until.time_since_epoch().count())
            != nullptr;
}

bool setNames(X509 &certificate, const QString &commonName)
{
    // 64 characters at most (RFC 5280, ub-common-name); the whole name is in subjectAltName.
    const QByteArray text = commonName.left(64).toLatin1();
    X509_NAME *name = X509_get_subject_name(&certificate);
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                      reinterpret_cast<const unsigned char *>(text.constData()),
                                      int(text.size()), -1, 0)
            == 1
            && X509_set_issuer_name(&certificate, name) == 1;
}

bool addExtension(X509 &certificate, int id, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, &certificate, &certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.constData()));
    return extension && X509_add_ext(&certificate, extension.get(), -1) == 1;
}

/// subjectAltName in OpenSSL's notation. Names were checked, so none can hold a comma.
QByteArray alternativeNames(const QStringList &names)
{
    QStringList entries;
    for (const QString &name : names) {
        entries << QString((isAddress(name) ? QLatin1String("IP:") : QLatin1String("DNS:")) + name);
    }
    return entries.join(QLatin1Char(',')).toLatin1();
}

bool fill(X509 &certificate, EVP_PKEY &key, const QStringList &names, models::Instant now)
{
    return X509_set_version(&certificate, X509_VERSION_3) == 1 && setSerial(certificate)
            && setTimes(certificate, now) && setNames(certificate, names.first())
            && X509_set_pubkey(&certificate, &key) == 1
            && addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE")
            // No keyUsage: with one, but without keyCertSign, OpenSSL would not call it
            // self-signed.
            && addExtension(certificate, NID_ext_key_usage, "serverAuth")
            && addExtension(certificate, NID_subject_alt_name, alternativeNames(names))
            && addExtension(certificate, NID_subject_key_identifier, "hash")
            && X509_sign(&certificate, &key, EVP_sha256()) != 0;
}

QByteArray contents(BIO &bytes)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(&bytes, &data);
    return { data, size };
}

} // namespace

models::Result<PemPair> makeSelfSigned(const QStringList &names, models::Instant now)
{
    for (const QString &name : names) {
        if (!isHostName(name))
            return models::Failure { QCoreApplication::translate(
                                             "app::SelfSigned",
                                             "“%1” is neither a host name nor an address.")
                                             .arg(name) };
    }
    if (names.isEmpty())
        return models::Failure { QCoreApplication::translate(
                "app::SelfSigned", "A certificate needs at least one name or address.") };
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate || !fill(*certificate, *key, names, now))
        return opensslFailure();
    const Bytes certificateBytes(BIO_new(BIO_s_mem()));
    const Bytes keyBytes(BIO_new(BIO_s_secmem())); // wiped when freed
    const bool isWritten = certificateBytes && keyBytes
            && PEM_write_bio_X509(certificateBytes.get(), certificate.get()) == 1
            && PEM_write_bio_PrivateKey(keyBytes.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                        nullptr)
                    == 1;
    if (!isWritten)
        return opensslFailure();
    return PemPair { contents(*certificateBytes), contents(*keyBytes) };
}

} // namespace app
