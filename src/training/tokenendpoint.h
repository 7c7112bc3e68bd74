#pragma once

#include "training/http.h"
#include "training/tokenbook.h"

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
