#pragma once

#include "training/faults/misbehaviour.h"
#include "training/http/http.h"

#include <QStringList>

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

    /// A page's path is compared without case, as the guide writes it both ways; the others exactly.
    void add(QStringView path, const QByteArray& method, std::optional<Area> area, Handler handler);
    /// POST with a JSON body.
    void addJson(QStringView path, Area area, Handler handler);
    /// Files of resources/training, below a path that ends with a slash.
    void addFiles(QStringView folder, const QStringList& names);

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

    std::map<QString, Place> m_exact;
    std::map<QString, Place> m_anyCase; ///< by the path in lower case
};

} // namespace hekim::training
