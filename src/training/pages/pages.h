#pragma once

#include "training/http/http.h"
#include "training/pages/pagetemplate.h"

namespace hekim::training {

/// What stands around every page: the band, the head line.
struct Frame
{
    QString title;
    QString doctor = {}; ///< name and title; empty before a session
    QString notice = {}; ///< one sentence above the page
};

/// In the frame and with the headers that every page shares.
Reply page(int status, const Frame& frame, const Html& body);
/// A page that says what was wrong and what to do.
Reply refusalPage(int status, const QString& heading, const QString& what, const QString& hint);
/// What to do where nothing better can be said.
QString reopenHint();
/// 400: a parameter that is missing, unknown or makes no sense, in words.
Reply badRequest(const QString& what, const QString& hint = reopenHint());
/// To another page of ours after a form: a redirect, or for the page's script its address.
Reply seeOther(const Request& request, const QString& address);
/// An HTML sheet as a PDF document of one or more A4 pages; `disposition` is inline or attachment.
Reply pdf(const QString& title, const Html& sheet, const QByteArray& disposition, const QByteArray& file);

/// What is said to the browser with every page: no script but ours, no guessing of types, nothing kept.
void addSecurityHeaders(Reply& reply);
/// For a page whose scripts need more than its own server: these sources in place of the usual policy.
void replacePolicy(Reply& reply, const QByteArray& policy);

} // namespace hekim::training
