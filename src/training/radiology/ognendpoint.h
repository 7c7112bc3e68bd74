#pragma once

#include "training/http/http.h"
#include "training/radiology/imagebook.h"

namespace hekim::training {

/// POST /connect/token (guide 002): exactly the five fields, and for images the doctor's and the patient's
/// numbers, form-encoded.
class OgnEndpoint
{
public:
    explicit OgnEndpoint(ImageBook& book);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    ImageBook& m_book;
};

} // namespace hekim::training
