#pragma once

#include <QByteArray>

#include <algorithm>
#include <array>

namespace hekim {

/// Whether an environment variable weakens the engine or TLS, loads foreign code or keys into them (rule S7),
/// or ends them.
inline bool weakens(const QByteArray& name, bool isRoot)
{
    // As root the engine does not start with its sandbox; that is a test's business, and only a test's.
    if (name == "QTWEBENGINE_DISABLE_SANDBOX")
        return !isRoot;
    static constexpr std::array prefixes{
        "QTWEBENGINE",             // flags, remote debugging, dictionaries, resources of the engine
        "SSL_CERT_",               // other roots for OpenSSL
        "NSS_",        "NSPR_LOG", // key logs and module switches of the engine's certificate library
        "OPENSSL_",                // OPENSSL_CONF, _MODULES, _ENGINES: configuration that loads code
        "LD_",                     // the loader's: _LIBRARY_PATH, _PRELOAD, _AUDIT of the caller's own parts
        "QT_FATAL_",               // a developer's: the first remark of Qt or a plugin would be the end
    };
    static constexpr std::array names{
        "SSLKEYLOGFILE", // writes TLS keys to a file
        "SSL_DIR",       // another certificate store for the engine
        "GCONV_PATH",    // the C library's own plugins
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "QT_QPA_GENERIC_PLUGINS",
        "QT_SSL_USE_TEMPORARY_KEYCHAIN",
        "CHROME_LOG_FILE",
        "CHROME_DEVEL_SANDBOX",
    };
    const auto starts = [&name](const char* prefix) { return name.startsWith(prefix); };
    const auto equals = [&name](const char* other) { return name == other; };
    return std::ranges::any_of(prefixes, starts) || std::ranges::any_of(names, equals) ||
           (name.startsWith("QML") && name.endsWith("_PATH"));
}

} // namespace hekim
