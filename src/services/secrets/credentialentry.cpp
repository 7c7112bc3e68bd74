#include "services/secrets/credentialentry.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr auto institutionMember = "institution"_L1;
constexpr auto originMember = "origin"_L1;
constexpr auto secretMember = "secret"_L1;

} // namespace

QString toString(SecretName name)
{
    switch (name) {
    case SecretName::UssPassword:
        return u"ussPassword"_s;
    case SecretName::EnabizPassword:
        return u"enabizPassword"_s;
    case SecretName::HesUsername:
        return u"hesUsername"_s;
    case SecretName::HesPassword:
        return u"hesPassword"_s;
    }
    return {};
}

std::optional<SecretName> secretNameFromString(QStringView text)
{
    for (const SecretName name : {SecretName::UssPassword, SecretName::EnabizPassword,
                                  SecretName::HesUsername, SecretName::HesPassword}) {
        if (text == toString(name))
            return name;
    }
    return {};
}

SecretOwner ownerOf(SecretName name, const Settings& settings)
{
    const Endpoints& endpoints = settings.endpoints();
    QUrl service;
    switch (name) {
    case SecretName::UssPassword:
        service = endpoints.erapor;
        break;
    case SecretName::EnabizPassword:
        service = endpoints.ogn;
        break;
    case SecretName::HesUsername:
    case SecretName::HesPassword:
        service = endpoints.hes;
        break;
    }
    return {settings.environment(), settings.institutionCode(),
            service.isEmpty() ? QString() : originOf(service)};
}

QString keychainKey(SecretName name, EnvironmentName environment)
{
    return u"hekim-asistani/%1/%2"_s.arg(toString(environment), toString(name));
}

QByteArray encodeEntry(const SecretOwner& owner, const QString& secret)
{
    const QJsonObject entry{
        {institutionMember, owner.institutionCode}, {originMember, owner.origin}, {secretMember, secret}};
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

std::optional<QString> decodeEntry(const QByteArray& entry, const SecretOwner& owner)
{
    const QJsonObject object = QJsonDocument::fromJson(entry).object();
    const QString secret = object.value(secretMember).toString();
    // An origin that is not known matches nothing, not even an entry that recorded none.
    if (secret.isEmpty() || owner.origin.isEmpty() || object.value(originMember).toString() != owner.origin ||
        object.value(institutionMember).toString() != owner.institutionCode)
        return {};
    return secret;
}

} // namespace hekim
