#pragma once

#include <QString>

namespace hekim::test {

/// The test was started by with-keyring.sh: the keyring is its own.
inline bool hasKeyring()
{
    return qEnvironmentVariable("HEKIM_INSIDE_KEYRING") == QLatin1StringView("yes");
}

/// Outside of the wrapper nothing may reach the keyring of the user who runs this.
inline void leaveOthersKeyringsAlone()
{
    if (hasKeyring())
        return;
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("DISPLAY");
}

} // namespace hekim::test
