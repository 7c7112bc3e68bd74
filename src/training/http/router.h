#pragma once

#include "training/faults/misbehaviour.h"
#include "training/http/http.h"
#include "training/pages/pages.h"

#include <functional>
#include <map>
#include <optional>

namespace hekim::training {

/// Which handler answers which path and method; refuses the others as the part of the ministry they belong to
/// would.
class Router
{
public:
    using Handler = std::function<Reply(const Request&)>;

    explicit Router(const Pages& pages);

    /// A page's path is compared without case, as the guide writes it both ways; the others exactly.
    void add(const QString& path, const QByteArray& method, std::optional<Area> area, Handler handler);
    /// What the path was added with takes a JSON body.
    void takeJson(const QString& path);

    struct Way
    {
        std::optional<Area> area; ///< what may misbehave; none for files and the control
        Handler handler;
        bool takesJson = false; ///< the body is JSON there, a form elsewhere
    };
    [[nodiscard]] Way find(const Request& request) const;

    /// As JSON or as a page, whichever the asker reads.
    [[nodiscard]] Reply refusal(const Request& request, int status) const;

private:
    struct Place
    {
        std::optional<Area> area;
        bool takesJson = false;
        std::map<QByteArray, Handler> methods;
    };
    [[nodiscard]] const Place* placeAt(const QString& path) const;

    const Pages& m_pages;
    std::map<QString, Place> m_exact;
    std::map<QString, Place> m_anyCase; ///< by the path in lower case
};

} // namespace hekim::training
