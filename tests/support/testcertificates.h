#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace hekim::test {

/// Files in PEM form.
struct TestCertificate
{
    QString certificateFile;
    QString keyFile;
};

/// A throw-away certificate authority and the host certificates it signs, in a temporary folder.
class TestAuthority
{
public:
    explicit TestAuthority(const QString& name = QStringLiteral("Hekim Test CA"));
    ~TestAuthority();
    TestAuthority(const TestAuthority&) = delete;
    TestAuthority& operator=(const TestAuthority&) = delete;

    [[nodiscard]] QString certificateFile() const;

    /// For these DNS names and addresses ("localhost", "127.0.0.1"). The first one is the common name.
    TestCertificate issue(const QStringList& hosts,
                          const QDateTime& notBefore = QDateTime::currentDateTimeUtc().addDays(-1),
                          const QDateTime& notAfter = QDateTime::currentDateTimeUtc().addDays(30));
    /// Of a person, for showing to a server.
    TestCertificate issueForPerson(const QString& name);
    /// Signed by its own key, known to no authority.
    TestCertificate selfSigned(const QStringList& hosts);

private:
    struct Private;
    QTemporaryDir m_folder;
    std::unique_ptr<Private> d;
};

} // namespace hekim::test
