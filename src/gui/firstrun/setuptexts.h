#pragma once

#include "services/secrets/credentialstore.h"

#include <QString>

namespace hekim {

QString shownTitle(SecretName name);       ///< translated, as all below
QString shownExplanation(SecretName name); ///< whose password it is and where it comes from

/// That a pasted password has something at its ends that might not belong to it; empty where it has not. A
/// password is never changed by itself.
QString noiseInSecret(const QString& secret);

} // namespace hekim
