#pragma once

namespace hekim {

/// Clears what weakens the engine or TLS from outside (rule S7): QTWEBENGINE*, SSLKEYLOGFILE, SSL_CERT_*,
/// QT_PLUGIN_PATH …. Must run before the application object exists. QTWEBENGINE_DISABLE_SANDBOX stays for
/// root only, for tests.
void clearWeakeningEnvironment();

/// Opens the standard streams that the caller has closed, on nothing: the first file or connection of this
/// process would stand in their place, be read as what the caller has to say and be written to as standard
/// error.
void openClosedStreams();

/// No core dump of this process and those it starts: it would hold tokens and numbers (rule S1).
void disableCoreDumps();

/// Keeps other processes of this user out of this one's memory, descriptors and environment. In the window
/// only when the engine runs: a process that is closed in this way cannot write the user-namespace map of
/// its children, and Chromium's sandbox would come up without namespaces, silently (chrome://sandbox said
/// "Layer 1 Sandbox: None" with Qt 6.4.2). Later pages are forked from a process that has its namespaces by
/// then.
void closeMemoryToOthers();

/// Takes the arguments out of the process list, where every user of the computer can read them as long as
/// the process lives (rule S1). They must have been copied before; the program's own name stays.
void hideArguments(int argc, char* argv[]);

} // namespace hekim
