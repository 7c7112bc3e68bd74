#pragma once

namespace hekim {

/// Clears what weakens the engine or TLS from outside (rule S7): QTWEBENGINE*, SSLKEYLOGFILE, SSL_CERT_*,
/// QT_PLUGIN_PATH …. Must run before the application object exists. QTWEBENGINE_DISABLE_SANDBOX stays for
/// root only, for tests.
void clearWeakeningEnvironment();

/// No core dump of this process and those it starts: it would hold tokens and numbers (rule S1).
void disableCoreDumps();

/// Keeps other processes of this user out of this one's memory, and crash handlers that a core limit does not
/// stop. Not for the window: a process that is closed in this way cannot write the user-namespace map of its
/// children, and Chromium's sandbox then comes up without namespaces, silently (chrome://sandbox said "Layer
/// 1 Sandbox: None" with Qt 6.4.2).
void closeMemoryToOthers();

} // namespace hekim
