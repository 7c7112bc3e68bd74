#include "services/registry/doctorregistry.h"

#include "core/call/callback.h"

using namespace Qt::StringLiterals;

namespace hekim {

CallHandle UnpublishedDoctorRegistry::ask(const QString& /*facility*/,
                                          const std::optional<IdentityNumber>& /*doctor*/, QObject* context,
                                          std::function<void(Result<DoctorRegistryAnswer>)> done)
{
    const Callback<DoctorRegistryAnswer> callback(context, std::move(done));
    callback.answerLater(
        tl::make_unexpected(Error{.kind = ErrorKind::NotPublished, .step = Step::DoctorRegistry}));
    return callback.handle();
}

} // namespace hekim
