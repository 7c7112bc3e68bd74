#include "training/faults/trickle.h"

#include <httplib.h>

#include <algorithm>
#include <thread>

namespace hekim::training {

namespace {

constexpr qint64 largestPiece = qint64{256} * 1024;
constexpr int piecesPerSecond = 20;

} // namespace

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

} // namespace hekim::training
