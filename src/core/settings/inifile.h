#pragma once

#include <QByteArray>
#include <QStringList>

namespace hekim {

/// An INI file so that QSettings reads it as people write it.
struct IniFile
{
    QByteArray text; ///< without a byte order mark; comments that begin with "#" begin with ";"
    QStringList
        givenTwice; ///< "[section]" and "section/key" that stand in it more than once: the last counts

    static IniFile of(const QByteArray& content);
};

} // namespace hekim
