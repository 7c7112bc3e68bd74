#pragma once

#include "core/settings/settings.h"
#include "services/secrets/credentialstore.h"
#include "services/secrets/provisioning.h"

#include <QMap>

namespace hekim {

/// What was typed into the steps that set an institution up, and how far they came. In memory only: a
/// cancelled set-up goes on where it stopped, and leaves nothing behind.
struct SetupDraft
{
    QMap<QString, QString> settings;   ///< also "environment/name"
    QMap<SecretName, QString> secrets; ///< empty: stays as it is
    QString doctor;                    ///< whose number the e-Rapor login is tried with; never stored
    QMap<SecretName, bool> accepted;   ///< what the services said of the passwords as they stand here
    int step = 0;

    /// As `--provision` would bring it, and judged by the same code. `stored` tells what need not be written.
    [[nodiscard]] Result<ProvisioningData> data(const Settings& stored, const Settings& shown) const;
};

} // namespace hekim
