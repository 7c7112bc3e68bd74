#pragma once

#include "training/http/http.h"

namespace httplib {
struct Response;
}

namespace hekim::training {

/// Sends as many bytes as the trickle says, at its pace.
void sendSlowly(const Trickle& trickle, const QByteArray& type, httplib::Response& response);

} // namespace hekim::training
