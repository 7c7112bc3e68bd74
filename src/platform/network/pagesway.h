#pragma once

#include "core/error/error.h"

#include <optional>

namespace hekim {

/// What pages cannot be told by the engine, which sees nothing behind the window's own gate (PagesGate).
class PagesWay
{
public:
    virtual ~PagesWay() = default;

    /// "host:port" (ProxyLogins::keyOf) of the proxy that leads to this host; empty where none does.
    [[nodiscard]] virtual QString proxyTo(const QString& host) const = 0;
    /// Why the gate could not reach it when it last could not; nothing where it was a proxy that said no.
    [[nodiscard]] virtual std::optional<Error> troubleWith(const QString& host) const = 0;
};

} // namespace hekim
