#include "training/faults/faultresponses.h"

#include <httplib.h>

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <thread>

namespace hekim::training {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto slowDelay = 3s;
constexpr auto stuckDelay = 10min; ///< longer than any client's deadline, yet not a thread lost for good
constexpr auto dripDelay = 1s;

constexpr qint64 largestPiece = qint64{256} * 1024;
constexpr int piecesPerSecond = 20;

Reply failure(int status)
{
    Reply reply{status,
                "text/html; charset=utf-8",
                "<!DOCTYPE html><html lang=\"tr\"><title>Hata</title><h1>HTTP " + QByteArray::number(status) +
                    "</h1><p>E\xc4\x9e\xc4\xb0T\xc4\xb0M: istenen hata.</p></html>",
                {}};
    if (status == 429) {
        reply.headers.emplaceBack("Retry-After", "30");
    }
    return reply;
}

Reply strangePage()
{
    // What a captive portal or a proxy of the hospital puts in the place of an answer.
    return {200,
            "text/html; charset=utf-8",
            "<!DOCTYPE html><html lang=\"tr\"><title>A\xc4\x9f giri\xc5\x9fi</title><h1>A\xc4\x9f "
            "giri\xc5\x9fi</h1>"
            "<p>\xc4\xb0nternete \xc3\xa7\xc4\xb1kmak i\xc3\xa7in oturum a\xc3\xa7\xc4\xb1n.</p></html>",
            {}};
}

Reply elsewhere(const Request& request)
{
    // The same ministry under another host name is another origin: nothing that is secret may follow.
    auto host = request.host;
    host.replace("127.0.0.1", "localhost");
    const auto path = QUrl::toPercentEncoding(request.path, "/");
    const auto query = request.query.isEmpty() ? QByteArray() : '?' + request.query;
    return {307, "text/plain", {}, {{"Location", "http://" + host + path + query}}};
}

Reply misdated(Reply reply)
{
    if (!reply.type.startsWith("application/json")) {
        return reply;
    }
    // A day that is right, in another form, with a time that no clock shows.
    static const QRegularExpression date(uR"("(\d{4})-(\d\d)-(\d\d)(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?")"_s);
    reply.body = QString::fromUtf8(reply.body).replace(date, uR"("\3.\2.\1 25:61")"_s).toUtf8();
    return reply;
}

void announce(const Reply& reply, httplib::Response& response)
{
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers) {
        response.set_header(name.toStdString(), value.toStdString());
    }
}

void cutInHalf(const Reply& reply, httplib::Response& response)
{
    announce(reply, response);
    const auto bytes = reply.body.toStdString();
    response.set_content_provider(bytes.size() + 1, reply.type.toStdString(),
                                  [bytes](size_t, size_t, httplib::DataSink& sink) {
                                      sink.write(bytes.data(), bytes.size() / 2);
                                      return false; // closes the connection
                                  });
}

void drip(const Reply& reply, Misbehaviour& misbehaviour, httplib::Response& response)
{
    announce(reply, response);
    const auto bytes = reply.body.toStdString();
    response.set_content_provider(bytes.size(), reply.type.toStdString(),
                                  [bytes, &misbehaviour](size_t offset, size_t, httplib::DataSink& sink) {
                                      misbehaviour.hold(dripDelay);
                                      return sink.is_writable() && sink.write(bytes.data() + offset, 1);
                                  });
}

/// Sends as many bytes as the trickle says, at its pace.
void sendSlowly(const Trickle& trickle, const QByteArray& type, httplib::Response& response)
{
    const qint64 piece =
        trickle.perSecond > 0 ? std::max<qint64>(trickle.perSecond / piecesPerSecond, 1) : largestPiece;
    response.set_content_provider(size_t(trickle.size), type.toStdString(),
                                  [trickle, piece](size_t offset, size_t rest, httplib::DataSink& sink) {
                                      qint64 now = std::min(piece, qint64(rest));
                                      if (trickle.cutAfter >= 0) {
                                          now = std::min(now, trickle.cutAfter - qint64(offset));
                                          if (now <= 0) {
                                              return false; // closes the connection
                                          }
                                      }
                                      if (trickle.perSecond > 0) {
                                          std::this_thread::sleep_for(
                                              std::chrono::milliseconds(1000 / piecesPerSecond));
                                      }
                                      const std::string bytes(size_t(now), '.');
                                      return sink.is_writable() && sink.write(bytes.data(), bytes.size());
                                  });
}

} // namespace

void answerWith(const Reply& reply, httplib::Response& response)
{
    announce(reply, response);
    if (reply.trickle) {
        sendSlowly(*reply.trickle, reply.type, response);
        return;
    }
    response.set_content(reply.body.toStdString(), reply.type.toStdString());
}

void answerBadly(Misbehaviour::What what, const Request& request, const std::function<Reply()>& proper,
                 Misbehaviour& misbehaviour, httplib::Response& response)
{
    using What = Misbehaviour::What;
    switch (what) {
    case What::None:
        return answerWith(proper(), response);
    case What::Slow:
        misbehaviour.hold(slowDelay);
        return answerWith(proper(), response);
    case What::Error500:
        return answerWith(failure(500), response);
    case What::Error401:
        return answerWith(failure(401), response);
    case What::Error429:
        return answerWith(failure(429), response);
    case What::Cut:
        return cutInHalf(proper(), response);
    case What::Html:
        return answerWith(strangePage(), response);
    case What::Empty:
        return answerWith({200, "text/plain", {}, {}}, response);
    case What::Stuck:
        misbehaviour.hold(stuckDelay);
        return answerWith(failure(500), response);
    case What::Drip:
        return drip(proper(), misbehaviour, response);
    case What::Redirect:
        return answerWith(elsewhere(request), response);
    case What::Dates:
        return answerWith(misdated(proper()), response);
    }
}

} // namespace hekim::training
