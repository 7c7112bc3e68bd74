#pragma once

#include <QByteArray>
#include <QString>
#include <tl/expected.hpp>

namespace hekim {

/// A body as the server meant it. Identity is asked for, and still some servers and proxies pack their
/// replies: gzip and deflate are unpacked, up to `most` bytes, gzip wherever its mark stands in front. Where
/// that fails, one line for IT says why.
tl::expected<QByteArray, QString> unpackedBody(const QByteArray& body, const QByteArray& contentEncoding,
                                               qsizetype most);

} // namespace hekim
