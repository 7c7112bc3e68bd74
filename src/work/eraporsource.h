#pragma once

#include "services/token.h"
#include "work/pagesource.h"

#include <QCoreApplication>

namespace hekim {

class DoctorSession;

/// A page of e-Rapor: its address carries the doctor's token (guide 000 section 4).
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
    Address m_address;
    std::shared_ptr<QString> m_tokenInUse;
};

} // namespace hekim
