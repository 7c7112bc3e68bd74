#pragma once

#include "browser/gates/certificatejudge.h"
#include "browser/page/pagedialogs.h"
#include "browser/page/pagepool.h"
#include "browser/programs/allowedprograms.h"
#include "services/proxy/pagesgate.h"
#include "workspace/workspacefactory.h"

namespace hekim {

/// What all pages of the window share, in the order in which it is needed.
class EngineWorkspaceFactory : public WorkspaceFactory
{
    Q_OBJECT

public:
    explicit EngineWorkspaceFactory(const Parts& parts);

    void warm() override { m_pages.prepare(); }
    [[nodiscard]] std::unique_ptr<Workspace> makeWorkspace(const WorkParts& parts) override;
    [[nodiscard]] bool hasDialog() const override { return m_dialogs.isOpen(); }
    void cancelDialog() override { m_dialogs.cancel(); }
    [[nodiscard]] QString version() const override;

private:
    CertificateJudge m_certificates;
    PageDialogs m_dialogs;
    AllowedPrograms m_programs;
    PagesGate m_gate;
    PagePool m_pages;
};

} // namespace hekim
