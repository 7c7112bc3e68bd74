#pragma once

#include <QString>
#include <QUrl>

namespace hekim {

/// The one place through which every log line, error detail and title goes (rule S1): identity numbers are
/// masked, URLs lose query and fragment, values of token, password, otac and authorization members are
/// replaced.
QString redacted(const QString& text);

/// Scheme, host and path; never query or fragment.
QString redacted(const QUrl& url);

} // namespace hekim
