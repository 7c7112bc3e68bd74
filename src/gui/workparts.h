#pragma once

namespace hekim {

class DoctorSession;
class PastReportsClient;
class Settings;
class WarmPages;

/// What the tabs of a logged-in doctor work with; all outlive them.
struct WorkParts
{
    const Settings& settings;
    DoctorSession& session;
    WarmPages& pages;
    const PastReportsClient& pastReports;
};

} // namespace hekim
