#pragma once

class QUrl;
class QWidget;

namespace hekim {

/// Starts the system's program for what a doctor chose in the work: an address, a file or a folder. The one
/// place where the work does so. False, and nothing is started, while the work is out of sight: the program
/// would come up over the lock page (rule P6).
bool startInSight(const QWidget& part, const QUrl& url);

} // namespace hekim
