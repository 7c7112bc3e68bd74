#include "audit/proof/auditfault.h"

#include <QCoreApplication>

namespace hekim {

namespace {

class AuditFaultText
{
    Q_DECLARE_TR_FUNCTIONS(AuditFaultText)
};

} // namespace

QString sentenceFor(const AuditFault& fault)
{
    switch (fault.kind) {
    case AuditFault::Kind::Changed:
        return AuditFaultText::tr("the line is not as it was written");
    case AuditFault::Kind::Missing:
        return AuditFaultText::tr("lines before this one are missing");
    case AuditFault::Kind::OutOfPlace:
        return AuditFaultText::tr("the line does not follow on the one before: it was inserted or moved");
    case AuditFault::Kind::CutShort:
        return AuditFaultText::tr("this line and what followed were cut off");
    case AuditFault::Kind::Forged:
        return AuditFaultText::tr("the seal is not the institution's: written by somebody without its key");
    case AuditFault::Kind::Unsealed:
        return AuditFaultText::tr(
            "from here on lines have no seal: the keychain could not be used, or they were "
            "written without the program; which of them, cannot be proven");
    case AuditFault::Kind::UnknownKey:
        return AuditFaultText::tr(
            "from here on lines are sealed with a key that is not the trail's own, or that this user's "
            "keychain does not hold for their institution: who wrote them cannot be proven");
    case AuditFault::Kind::EndMissing:
        return AuditFaultText::tr("the end marker is missing or damaged: lines may have been cut off here");
    case AuditFault::Kind::EndUnproven:
        return AuditFaultText::tr(
            "the end was marked without the key of the line before it: lines may have been "
            "cut off here");
    case AuditFault::Kind::MarkMissing:
        return AuditFaultText::tr(
            "the mark outside the folder is missing or damaged, and it was kept here: an older state of the "
            "folder may have been put in its place");
    case AuditFault::Kind::WrittenAnew:
        return AuditFaultText::tr("another line stood here: from here back the trail was written anew");
    case AuditFault::Kind::FilesMissing:
        return AuditFaultText::tr(
            "whole files are missing, and no line that can be checked says that retention removed them");
    case AuditFault::Kind::FilesKept:
        return AuditFaultText::tr(
            "old files were due to be removed here, and were kept: the files were not one "
            "chain as the program had written it");
    case AuditFault::Kind::Emptied:
        return AuditFaultText::tr("this file and all others are gone: the folder was emptied");
    case AuditFault::Kind::NoTrail:
        return AuditFaultText::tr(
            "there is no audit trail: nothing was written yet, or all of it was removed with "
            "everything that would tell");
    case AuditFault::Kind::Unreadable:
        return AuditFaultText::tr("the file cannot be read");
    }
    return {};
}

bool isUnprovenOnly(const AuditFault& fault)
{
    return fault.kind == AuditFault::Kind::Unsealed || fault.kind == AuditFault::Kind::UnknownKey;
}

} // namespace hekim
