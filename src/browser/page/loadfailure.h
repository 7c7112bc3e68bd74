#pragma once

#include "core/error/error.h"

#include <QUrl>
#include <QWebEngineLoadingInfo>

namespace hekim {

/// A load of the main frame that the engine reports as failed, in our terms. Holds the host, never path or
/// query.
Error loadFailure(const QUrl& url, QWebEngineLoadingInfo::ErrorDomain domain, int code);

/// An error of a page that is not the network's: refused, empty, crashed, too late.
Error pageError(ErrorKind kind, const QUrl& url, Step step);

} // namespace hekim
