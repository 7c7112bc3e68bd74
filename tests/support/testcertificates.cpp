#include "support/testcertificates.h"

#include <QFile>
#include <QHostAddress>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>

namespace hekim::test {

namespace {

template <auto release>
struct Releaser
{
    template <class T>
    void operator()(T* object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;

Key newKey()
{
    return Key(EVP_EC_gen("P-256"));
}

void addExtension(X509* certificate, X509* issuer, int kind, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate newCertificate(const QString& commonName, EVP_PKEY* key, const QDateTime& notBefore,
                           const QDateTime& notAfter)
{
    static long serial = QDateTime::currentSecsSinceEpoch();
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), notBefore.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), notAfter.toSecsSinceEpoch());
    X509_set_pubkey(certificate.get(), key);
    const QByteArray name = commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);
    return certificate;
}

QByteArray alternativeNames(const QStringList& hosts)
{
    QByteArrayList names;
    for (const QString& host : hosts)
        names.append((QHostAddress(host).isNull() ? "DNS:" : "IP:") + host.toUtf8());
    return names.join(',');
}

void write(const QString& path, BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data, size) != size)
        qFatal("cannot write %s", qPrintable(path));
}

void writeCertificate(const QString& path, X509* certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    write(path, bio.get());
}

void writeKey(const QString& path, EVP_PKEY* key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    write(path, bio.get());
}

} // namespace

struct TestAuthority::Private
{
    Key key = newKey();
    Certificate certificate;
    int issued = 0;
};

TestAuthority::TestAuthority(const QString& name) : d(std::make_unique<Private>())
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    d->certificate = newCertificate(name, d->key.get(), now.addYears(-2), now.addYears(2));
    X509* certificate = d->certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(certificate, certificate, NID_subject_key_identifier, "hash");
    X509_sign(certificate, d->key.get(), EVP_sha256());
    writeCertificate(certificateFile(), certificate);
}

TestAuthority::~TestAuthority() = default;

QString TestAuthority::certificateFile() const
{
    return m_folder.filePath(QStringLiteral("ca.pem"));
}

TestCertificate TestAuthority::issue(const QStringList& hosts, const QDateTime& notBefore,
                                     const QDateTime& notAfter)
{
    const Key key = newKey();
    const Certificate certificate = newCertificate(hosts.constFirst(), key.get(), notBefore, notAfter);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(d->certificate.get()));
    addExtension(certificate.get(), d->certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), d->certificate.get(), NID_ext_key_usage, "serverAuth");
    addExtension(certificate.get(), d->certificate.get(), NID_authority_key_identifier, "keyid");
    addExtension(certificate.get(), d->certificate.get(), NID_subject_alt_name, alternativeNames(hosts));
    X509_sign(certificate.get(), d->key.get(), EVP_sha256());

    const QString base = m_folder.filePath(QStringLiteral("host%1").arg(++d->issued));
    writeCertificate(base + QStringLiteral(".pem"), certificate.get());
    writeKey(base + QStringLiteral(".key"), key.get());
    return {base + QStringLiteral(".pem"), base + QStringLiteral(".key")};
}

TestCertificate TestAuthority::issueForPerson(const QString& name)
{
    const Key key = newKey();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Certificate certificate = newCertificate(name, key.get(), now.addDays(-1), now.addDays(30));
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(d->certificate.get()));
    addExtension(certificate.get(), d->certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), d->certificate.get(), NID_ext_key_usage, "clientAuth");
    X509_sign(certificate.get(), d->key.get(), EVP_sha256());

    const QString base = m_folder.filePath(QStringLiteral("person%1").arg(++d->issued));
    writeCertificate(base + QStringLiteral(".pem"), certificate.get());
    writeKey(base + QStringLiteral(".key"), key.get());
    return {base + QStringLiteral(".pem"), base + QStringLiteral(".key")};
}

TestCertificate TestAuthority::selfSigned(const QStringList& hosts)
{
    const Key key = newKey();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Certificate certificate =
        newCertificate(hosts.constFirst(), key.get(), now.addDays(-1), now.addDays(30));
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    addExtension(certificate.get(), certificate.get(), NID_subject_alt_name, alternativeNames(hosts));
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    const QString base = m_folder.filePath(QStringLiteral("self%1").arg(++d->issued));
    writeCertificate(base + QStringLiteral(".pem"), certificate.get());
    writeKey(base + QStringLiteral(".key"), key.get());
    return {base + QStringLiteral(".pem"), base + QStringLiteral(".key")};
}

} // namespace hekim::test
