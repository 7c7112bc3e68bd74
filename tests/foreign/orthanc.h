#pragma once

#include "support/httpserver.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace hekim::test {

/// A real Orthanc with its DICOMweb plugin on loopback, with a store of its own that goes with it.
class Orthanc
{
public:
    ~Orthanc();

    /// What is missing for it here, in one sentence; empty when nothing is.
    static QString missing();
    bool start();
    bool store(const QString& dicomFile);
    [[nodiscard]] QString errors() const { return m_errors; }

    /// Passes what the browser asks on to its DICOMweb, so that viewer and images have one origin.
    [[nodiscard]] HttpServerReply answer(const HttpServerRequest& request) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_errors;
    int m_port = 0;
};

} // namespace hekim::test
