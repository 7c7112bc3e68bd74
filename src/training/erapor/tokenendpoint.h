#pragma once

#include "training/http/http.h"
#include "training/token/tokenbook.h"

namespace hekim::training {

/// POST /AuthApi/connect/token (guide 000, section 4): exactly the six parameters, in the address or in the
/// body.
class TokenEndpoint
{
public:
    explicit TokenEndpoint(TokenBook& tokens);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    TokenBook& m_tokens;
};

} // namespace hekim::training
