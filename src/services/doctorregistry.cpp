#include "services/doctorregistry.h"

#include "services/callback.h"

using namespace Qt::StringLiterals;

namespace hekim {

CallHandle UnpublishedDoctorRegistry::ask(const QString& /*facility*/,
                                          const std::optional<IdentityNumber>& /*doctor*/, QObject* context,
                                          std::function<void(Result<DoctorRegistryAnswer>)> done)
{
    const Callback<DoctorRegistryAnswer> callback(context, std::move(done));
    callback.answerLater(tl::make_unexpected(
        Error{ErrorKind::NotPublished, u"ÇKYS Doktor Bilgi Bankası"_s, InputFault::None, {}, 0, {}}));
    return callback.handle();
}

} // namespace hekim
