#pragma once

namespace hekim {

class AuditSink;
class DoctorSession;
class PastReportsClient;
class Settings;
class Teleradiology;
class UiState;
class WarmPages;

/// What the tabs of a logged-in doctor work with; all outlive them.
struct WorkParts
{
    const Settings& settings;
    DoctorSession& session;
    WarmPages& pages;
    const PastReportsClient& pastReports;
    Teleradiology& radiology;
    UiState& ui;
    AuditSink& audit;
};

} // namespace hekim
