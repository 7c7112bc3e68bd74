#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace hekim {

/// Fields in their order as application/x-www-form-urlencoded or as a query, every value percent-encoded as a
/// component: a blank is %20 and a plus %2B, which all servers read alike.
QByteArray encodedFields(const QList<std::pair<QByteArray, QString>>& fields);

} // namespace hekim
