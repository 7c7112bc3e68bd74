#pragma once

#include "training/erapor/reportbook.h"
#include "training/pages/pageaccess.h"
#include "training/radiology/imagebooks.h"

namespace hekim::training {

/// The ministry's parts and what each of its addresses leads to.
class Ministry
{
public:
    Ministry(const Clock& clock, int tokenLifetimeSeconds);

    [[nodiscard]] const Router& router() const { return m_router; }
    [[nodiscard]] Misbehaviour& misbehaviour() { return m_misbehaviour; }

private:
    Misbehaviour m_misbehaviour;
    TokenBook m_tokens;
    SessionBook m_sessions;
    ReportBook m_reports;
    ImageBooks m_images;
    PageAccess m_access{m_tokens, m_sessions};
    Router m_router;
};

} // namespace hekim::training
