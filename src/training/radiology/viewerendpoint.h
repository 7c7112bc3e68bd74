#pragma once

#include "training/http/http.h"
#include "training/radiology/imagebook.h"

namespace hekim::training {

/// The image viewer: its page, and POST /viewer/study, which turns a code into a study, once. The pictures
/// are made up by the page's own script (resources/training/phantom.js) from the numbers given here.
class ViewerEndpoint
{
public:
    explicit ViewerEndpoint(ImageBook& book);

    [[nodiscard]] static Reply page();
    [[nodiscard]] Reply study(const Request& request) const;

private:
    ImageBook& m_book;
};

} // namespace hekim::training
