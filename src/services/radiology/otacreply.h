#pragma once

#include "services/http/httpclient.h"

namespace hekim {

/// The viewer's address in a reply of postOTAC (guide 002 section 2b; it gives no shape): a URL as bare text,
/// as a JSON string or as the one URL among an object's members, or just the code, which goes into the
/// address of the guide's example. It opens the images once.
///
/// Errors: ForeignAddress where the URL is not of the viewer's origin, NetworkLogin, BadReply, RequestRefused
/// where an object says something else. `viewer` is `endpoints/viewer`.
Result<QUrl> viewerAddress(const QByteArray& reply, const QUrl& viewer, const QString& host);

} // namespace hekim
