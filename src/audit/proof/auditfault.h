#pragma once

#include <QString>

namespace hekim {

/// Why a trail cannot be told as whole, and where.
struct AuditFault
{
    enum class Kind {
        Changed,     ///< the line is not as it was written
        Missing,     ///< lines before this one are gone
        OutOfPlace,  ///< the line does not follow on the one before: inserted or moved
        CutShort,    ///< lines from this one on are gone
        Forged,      ///< not sealed with the key that it says
        Unsealed,    ///< from here on lines have no seal
        UnknownKey,  ///< from here on lines are sealed with a key that is not at hand, or not the trail's own
        EndMissing,  ///< the end marker is not there, or was not when this line was written: lines may have
                     ///< been cut
        EndUnproven, ///< likewise: an end marker or mark that was not sealed as the line before it, or a line
                     ///< with another key than the one before that does not hold its end marker
        MarkMissing, ///< the mark is not there although the end marker says so, or was not when this line was
                     ///< written: an older state may have been put back
        WrittenAnew, ///< not the line that end marker or mark know of
        FilesMissing, ///< whole files before this line are gone without a word in the trail
        FilesKept,    ///< when this line was written old files were not one chain, so retention left them
        Emptied,      ///< all lines are gone
        NoTrail,      ///< no line, and nothing that tells of one
        Unreadable,   ///< the file cannot be read
    };
    Kind kind = Kind::Changed;
    QString file;
    qint64 line = 0; ///< 1 and up; 0: of the file as a whole

    friend bool operator==(const AuditFault&, const AuditFault&) = default;
};

/// In the language of the user, without the place.
QString sentenceFor(const AuditFault& fault);

/// Every line stands where it was written, as far as its bytes can tell.
bool isUnprovenOnly(const AuditFault& fault);

} // namespace hekim
