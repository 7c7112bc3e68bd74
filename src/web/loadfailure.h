#pragma once

#include "core/error.h"

#include <QUrl>
#include <QWebEngineLoadingInfo>

namespace hekim {

/// The step of a load that came to nothing: a file was sent, or an answer without content.
inline constexpr QStringView noPageStep = u"page not shown";

/// A load of the main frame that the engine reports as failed, in our terms. Holds the host, never path or
/// query.
Error loadFailure(const QUrl& url, QWebEngineLoadingInfo::ErrorDomain domain, int code);

/// An error of a page that is not the network's: refused, empty, crashed, too late.
Error pageError(ErrorKind kind, const QUrl& url, const QString& step);

} // namespace hekim
