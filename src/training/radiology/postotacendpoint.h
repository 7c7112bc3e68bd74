#pragma once

#include "training/http/http.h"
#include "training/radiology/imagebook.h"

namespace hekim::training {

/// POST /integrationapi/postOTAC (guide 002 section 2b): an image token and exactly {"AccessionNumber": …}.
/// Answers the viewer's address as a JSON string. A number that begins with "YOK" is of no study.
class PostOtacEndpoint
{
public:
    explicit PostOtacEndpoint(ImageBook& book);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    ImageBook& m_book;
};

} // namespace hekim::training
