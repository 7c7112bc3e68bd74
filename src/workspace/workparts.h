#pragma once

namespace hekim {

class AuditSink;
class CredentialStore;
class DoctorSession;
class HttpClient;
class PastReportsClient;
class Settings;
class Teleradiology;
class UiState;

/// What the tabs of a logged-in doctor work with; all outlive them.
struct WorkParts
{
    const Settings& settings;
    DoctorSession& session;
    CredentialStore& credentials;
    HttpClient& http;
    const PastReportsClient& pastReports;
    Teleradiology& radiology;
    UiState& ui;
    AuditSink& audit;
};

} // namespace hekim
