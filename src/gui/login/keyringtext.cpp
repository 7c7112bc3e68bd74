#include "gui/login/keyringtext.h"

#include <QCoreApplication>

namespace hekim {

QString keyringWaitsText()
{
    return QCoreApplication::translate(
        "hekim::KeyringText", "The password store of this computer (keyring) waits to be unlocked. Type its "
                              "password in the system's question; the work goes on by itself then.");
}

} // namespace hekim
