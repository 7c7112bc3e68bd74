#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hekim {

/// What the program itself can see of a step. Everything else is stated by a person.
enum class Proof {
    None,
    EraporLogin,   ///< the institution's data got a token of e-Rapor
    HesLogin,      ///< a query of the HES service was answered for the institution's user name
    DoctorRegistry ///< the ÇKYS Doktor Bilgi Bankası; its address is not published
};

/// Which environment's services a proof must come from.
enum class ProofStage { Test, Live, Any };

/// One step of a guide. Nothing in it is ours but the short title: wording, order and addresses are the
/// guide's (in English a translation).
struct ChecklistStep
{
    QString id;      ///< stands in files and never changes: "001/4"
    QString part;    ///< heading that it stands under, translated
    QString title;   ///< translated, one line
    QString wording; ///< translated, several lines; empty where the title is the guide's whole sentence
    QString who;     ///< translated: who does it
    QString source;  ///< translated: "Guide 001, step 4"
    QStringList addresses{};
    Proof proof = Proof::None;
    ProofStage stage = ProofStage::Any;
    bool perDoctor = false; ///< asked for each professional by themselves
};

/// Guide 004, section 2: how an institution gets access to the HES query services.
QList<ChecklistStep> hesClinicSteps();
/// Guide 001: the seven steps of local authorities.
QList<ChecklistStep> hesLocalAuthoritySteps();
/// Guide 003: the three checks before serving, then the steps at the three authorities.
QList<ChecklistStep> remoteServiceSteps();

} // namespace hekim
