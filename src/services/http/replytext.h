#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace hekim {

/// A service's reply as text, without blanks around it: with or without a byte order mark, in UTF-8 or
/// UTF-16. What is not UTF-8 is Windows-1254, each text of a JSON document for itself: one that is spoilt
/// spoils no other.
QString replyText(const QByteArray& body);

/// The text as a JSON value of any kind; undefined where it is none.
QJsonValue replyJson(const QString& text);

/// What a service says of a failure, in one line; empty where its object says nothing.
QString replyWords(const QJsonObject& reply);

/// No service answers with a page: another machine did (a captive portal, a proxy's notice, a gateway).
inline bool isPage(const QString& text)
{
    return text.startsWith(u'<');
}

} // namespace hekim
