#pragma once

#include "training/faults/misbehaviour.h"
#include "training/http/http.h"

#include <functional>

namespace httplib {
struct Response;
}

namespace hekim::training {

/// Answers a request in the way `what` says. `proper` makes the answer that would have been right.
void answerBadly(Misbehaviour::What what, const Request& request, const std::function<Reply()>& proper,
                 Misbehaviour& misbehaviour, httplib::Response& response);

/// Answers a request properly.
void answerWith(const Reply& reply, httplib::Response& response);

} // namespace hekim::training
