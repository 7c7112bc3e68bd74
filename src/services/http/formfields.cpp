#include "services/http/formfields.h"

#include <QUrl>

namespace hekim {

QByteArray encodedFields(const QList<std::pair<QByteArray, QString>>& fields)
{
    QByteArrayList pairs;
    for (const auto& [name, value] : fields)
        pairs.append(name + '=' + QUrl::toPercentEncoding(value));
    return pairs.join('&');
}

} // namespace hekim
