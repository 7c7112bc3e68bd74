#pragma once

class QWebEngineScriptCollection;

namespace hekim {

/// Keeps addresses out of what is copied or dragged from a page (rule S1): the engine writes those of links
/// and pictures out in full, and a page's own address holds the token and the patient's number. Text and
/// tables go as they are seen.
void keepAddressesOutOfCopies(QWebEngineScriptCollection& scripts);

} // namespace hekim
