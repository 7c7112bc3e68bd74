#pragma once

#include <QStringList>
#include <QUrl>
#include <QWebEngineScript>

#include <optional>

class QWebEngineScriptCollection;

namespace hekim {

/// Hears of the patients that the forms of a profile's pages name (`patientId`, the field of guide 000), in
/// all frames: no gate sees the body of a request nor what a server answers (rule P1).
class PatientFields
{
public:
    /// The profile's own scripts are in a frame from its first document on; those of a page come later.
    explicit PatientFields(QWebEngineScriptCollection& scriptsOfProfile);

    /// The patient of the documents to come; empty: of none. Their forms carry no other identity number.
    void setPatient(const QString& number);

    struct Told
    {
        /// Names a form that is about to be sent, if it is, before its request is made; empty: a document has
        /// come with a field that names this patient, which is not what the user types.
        QString form;
        QStringList patientIds; ///< none: the form names no patient
        QUrl origin;
    };
    /// What a page wrote to its console, if it was the script of ours.
    [[nodiscard]] std::optional<Told> read(const QString& consoleMessage) const;

private:
    QWebEngineScriptCollection& m_scripts;
    QWebEngineScript m_script;
    QString m_nonce;
};

} // namespace hekim
