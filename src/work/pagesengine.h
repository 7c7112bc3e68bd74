#pragma once

#include "gui/workengine.h"
#include "web/allowedprograms.h"
#include "web/certificatejudge.h"
#include "web/pagedialogs.h"
#include "web/warmpages.h"

namespace hekim {

/// What all pages of the window share, in the order in which it is needed.
class PagesEngine : public WorkEngine
{
    Q_OBJECT

public:
    explicit PagesEngine(const Parts& parts);

    void warm() override { m_pages.prepare(); }
    [[nodiscard]] std::unique_ptr<Workspace> makeWorkspace(const WorkParts& parts) override;
    [[nodiscard]] bool hasDialog() const override { return m_dialogs.isOpen(); }
    [[nodiscard]] QString version() const override;

private:
    CertificateJudge m_certificates;
    PageDialogs m_dialogs;
    AllowedPrograms m_programs;
    WarmPages m_pages;
};

} // namespace hekim
