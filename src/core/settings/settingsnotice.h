#pragma once

#include <QString>

namespace hekim {

/// What IT should know of settings that can be used all the same.
struct SettingsNotice
{
    enum class Kind {
        DoesNotCount,  ///< a key that is not known, or not in this layer and environment
        NoLongerKnown, ///< a key that an earlier version had
        GivenTwice     ///< a section or key that stands twice in one file
    };
    Kind kind = Kind::DoesNotCount;
    QString name; ///< "section/key" or "[section]"
    QString path; ///< of the file or registry key

    friend bool operator==(const SettingsNotice&, const SettingsNotice&) = default;
};

/// What it is and what to do, for IT; translated.
QString sentenceFor(const SettingsNotice& notice);
/// The same as one line in fixed English words, for logs.
QString lineForIt(const SettingsNotice& notice);

} // namespace hekim
