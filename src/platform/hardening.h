#pragma once

namespace hekim {

/// Clears what weakens the engine or TLS from outside (rule S7): QTWEBENGINE*, SSLKEYLOGFILE, SSL_CERT_*,
/// QT_PLUGIN_PATH …. Must run before the application object exists. QTWEBENGINE_DISABLE_SANDBOX stays for
/// root only, for tests.
void clearWeakeningEnvironment();

/// No core dump and no ptrace by other processes of this user: a dump would hold tokens and numbers (rule
/// S1).
void disableCoreDumps();

} // namespace hekim
