#include "workspace/page/pagenotices.h"

#include <QCoreApplication>

namespace hekim {

namespace {

struct PageNotices
{
    Q_DECLARE_TR_FUNCTIONS(PageNotices)
};

} // namespace

QString noticeText(Gatekeeper::Notice notice, const QString& hostOrScheme)
{
    using Notice = Gatekeeper::Notice;
    switch (notice) {
    case Notice::OtherPatientRefused:
        return PageNotices::tr(
            "The page wanted to show another patient in this tab. That was refused; open the other "
            "patient with “New patient”.");
    case Notice::AddressRefused:
        return PageNotices::
            tr("The page wanted to go to %1, which does not belong to this environment. That was refused.")
                .arg(hostOrScheme);
    case Notice::CertificateRefused:
        return PageNotices::
            tr("The certificate of %1 is not trusted, so nothing was sent there. Ask your IT to check the "
               "connection.")
                .arg(hostOrScheme);
    case Notice::DownloadRefused:
        return PageNotices::tr(
            "The page offered too many files at once; one was refused. Answer or close the others first.");
    case Notice::PermissionDenied:
        return PageNotices::tr(
            "The page asked for access to this computer (camera, place or the like). That was denied.");
    case Notice::ProgramNotListed:
        return PageNotices::tr(
                   "The page wanted to start a program by “%1:”. Your administrator has to allow it first "
                   "(web/externalSchemes).")
            .arg(hostOrScheme);
    case Notice::ProgramNeedsClick:
        return PageNotices::tr(
                   "The page wanted to start a program by “%1:” by itself. Click the page's button again.")
            .arg(hostOrScheme);
    case Notice::ProgramMissing:
        return PageNotices::
            tr("No program for “%1:” is installed on this computer. Ask your IT to install the e-signature "
               "module.")
                .arg(hostOrScheme);
    case Notice::ProgramOutOfSight:
        return PageNotices::tr(
                   "The page was out of sight before the program for “%1:” could start, so it did "
                   "not. Click the page's button again if you still want it.")
            .arg(hostOrScheme);
    case Notice::FullScreenRefused:
        return PageNotices::tr("The page asked for the whole screen. That was denied.");
    case Notice::WindowLeftEmpty:
        return PageNotices::tr(
            "The page opened a window of its own and loaded nothing into it, so there is nothing to show.");
    case Notice::StepTimedOut:
        return PageNotices::tr(
            "The Ministry's page did not answer the last step in time. What is shown is as it was "
            "before; try the step again.");
    }
    return {};
}

} // namespace hekim
