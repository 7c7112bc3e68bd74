#pragma once

#include "training/faults/misbehaviour.h"
#include "training/http/http.h"

#include <memory>

namespace hekim::training {

class Router;

/// The HTTP library behind the router: loopback only, and misbehaving where the router's answer is told to.
class HttpServer
{
public:
    HttpServer(const Router& router, Misbehaviour& misbehaviour);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// The port (0 asks for any free one), or nothing when it cannot be had. Connections are taken from now
    /// on.
    std::optional<int> bind(int port);
    /// Answers; does not return.
    void serve();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hekim::training
