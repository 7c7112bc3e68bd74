#pragma once

#include "core/identity/identitynumber.h"
#include "services/token/token.h"
#include "workspace/page/pagesource.h"

#include <QCoreApplication>

#include <optional>

namespace hekim {

class DoctorSession;

/// A page of e-Rapor: its address carries the token of the doctor who is in when it is made (guide 000
/// section 4), and of no other one who comes later.
class EraporSource : public PageSource
{
    Q_DECLARE_TR_FUNCTIONS(EraporSource)

public:
    using Address = std::function<QUrl(const Token&)>;

    EraporSource(DoctorSession& session, Address address);

    CallHandle obtain(QObject* context, std::function<void(Result<QUrl>)> done) override;
    void refused() override;
    [[nodiscard]] QString waitingText() const override;
    [[nodiscard]] QString browserWarning() const override;

private:
    DoctorSession& m_session;
    std::optional<IdentityNumber> m_doctor;
    Address m_address;
    std::shared_ptr<QString> m_tokenInUse;
};

} // namespace hekim
