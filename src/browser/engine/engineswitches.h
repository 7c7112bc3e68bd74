#pragma once

#include <QByteArrayList>

namespace hekim {

/// Switches of Chromium that close, in the engine itself, what no gate sees (rules S3 and S5): they hold in
/// frames, windows and workers alike. WebRTC over TCP is judged by PagesGate (pagesproxy.h).
[[nodiscard]] QByteArrayList closingSwitches();

/// Adds to the switches that the engine reads when it starts; what stands there already is not repeated.
/// Before the first page.
void addEngineSwitches(const QByteArrayList& switches);

} // namespace hekim
