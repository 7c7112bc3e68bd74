#pragma once

#include "services/diagnostics/connectionreport.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QStringList>

namespace hekim {

/// What a handshake tells about a server's certificate: state, fault, detail and the issuer's name of the
/// step Tls. `errors` is empty where the operating system trusts it.
StepReport judgeCertificate(const QList<QSslCertificate>& chain, const QList<QSslError>& errors,
                            const QList<QSslCertificate>& localAuthorities, const QDateTime& now);

/// Folders in which an administrator adds authorities to the operating system's own, as a hospital does for
/// the one that inspects its connections. Empty where the system does not keep them apart.
QStringList localAuthorityFolders();
QList<QSslCertificate> authoritiesIn(const QStringList& folders);

} // namespace hekim
