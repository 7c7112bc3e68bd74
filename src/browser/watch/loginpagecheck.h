#pragma once

#include <QObject>

#include <functional>

class QWebEnginePage;

namespace hekim {

class NavigationRules;

/// Finds out whether the document that has just loaded is a login of the Ministry's (see
/// core/navigation/loginaddress.h), and answers at once where its address says enough. Drops the answer when
/// `context` or the page is gone.
void checkForLogin(QWebEnginePage& page, const NavigationRules& rules, QObject* context,
                   const std::function<void(bool isLogin)>& answer);

} // namespace hekim
