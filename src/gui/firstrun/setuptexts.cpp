#include "gui/firstrun/setuptexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

class SetupText
{
    Q_DECLARE_TR_FUNCTIONS(SetupText)
};

} // namespace

QString shownTitle(SecretName name)
{
    switch (name) {
    case SecretName::UssPassword:
        return SetupText::tr("e-Rapor password (USS)");
    case SecretName::EnabizPassword:
        return SetupText::tr("Password for images (e-Nabız)");
    case SecretName::HesUsername:
        return SetupText::tr("HES user name");
    case SecretName::HesPassword:
        return SetupText::tr("HES password");
    }
    return {};
}

QString shownExplanation(SecretName name)
{
    switch (name) {
    case SecretName::UssPassword:
        return SetupText::tr("The institution's USS password.");
    case SecretName::EnabizPassword:
        return SetupText::tr("The institution's e-Nabız password; without it images stay closed.");
    case SecretName::HesUsername:
    case SecretName::HesPassword:
        return SetupText::tr(
            "As the Ministry gave it to the institution for HES checks. It is tried with the "
            "first check: the service has no way to try it before.");
    }
    return {};
}

QString noiseInSecret(const QString& secret)
{
    static const QRegularExpression noise(u"^[\\s\"'“”]|[\\s\"'“”]$|%20"_s);
    return secret.contains(noise)
               ? SetupText::tr("There is a blank, a quotation mark or %20 in it. Take it out "
                               "unless it belongs to the password.")
               : QString();
}

} // namespace hekim
