#pragma once

#include <QUrl>

namespace hekim {

/// Whether a page that the Ministry shows in the place of a report page may be its login.
///
/// The guides say nothing of what e-Rapor does when its session has ended. Servers of its kind either answer
/// 401, which is told by itself, or send the browser to a page of their own login. That page has another path
/// than createreport and doctorindex, on the same origin (a login on another host is another matter: the
/// gates judge it), and either its address says so or it has a field for a password. The report pages
/// themselves are never taken for it, whatever fields they have: a field for the PIN of an e-signature card
/// is a password field too.
enum class LoginSuspicion {
    None,         ///< a report page, or a page of another origin
    ByFields,     ///< another page of e-Rapor: a login when it asks for a password
    ByItsAddress, ///< an address that names a login: a login whatever it shows
};

/// `eraporOrigin` as originOf() has it.
LoginSuspicion suspectLogin(const QUrl& url, const QString& eraporOrigin);

} // namespace hekim
