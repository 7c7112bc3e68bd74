#pragma once

#include "core/identity/identitynumber.h"
#include "core/launch/reason.h"

#include <QList>

#include <optional>

namespace hekim::training {

/// The institution that the training ministry knows. Nothing here is secret: it is printed by its --help.
inline constexpr char16_t institutionCode[] = u"900001";
inline constexpr char16_t institutionName[] = u"Eğitim Hastanesi";
inline constexpr char16_t ussPassword[] = u"egitim+&#%=ü";
inline constexpr char16_t applicationCode[] = u"EGITIM-USS-0001";
/// For OGN (guide 002).
inline constexpr char16_t enabizPassword[] = u"enabiz+&#%=ş";
inline constexpr char16_t ognApplicationCode[] = u"EGITIM-SBYS-0001";
inline constexpr char16_t hesUsername[] = u"egitim-hes";
inline constexpr char16_t hesPassword[] = u"egitim+&#%=ü";
/// Scheme of the invented e-signature module, allowed by itself in training.
inline constexpr char16_t signatureScheme[] = u"hekim-egitim-imza";

struct Person
{
    QString number; ///< valid by checksum
    QString name;
    QString title; ///< doctors: branch; patients: empty
};

/// A code of the training ministry's HES part: what guide 004's list of codes for development leaves blank.
struct HesExample
{
    enum class Answer { Found, NotFound, Expired };
    QString code;
    QString meaning; ///< translated, for people who try it
    Answer answer = Answer::Found;
    QString status; ///< as the service writes it
    std::optional<bool> vaccinated = {};
    std::optional<bool> immune = {};
    bool negativeTest = false; ///< within the last 72 hours
};
QList<HesExample> hesExamples();

/// Where visitors are checked in training as long as no place is set.
inline constexpr char16_t hesCity[] = u"ANKARA";
inline constexpr char16_t hesDistrict[] = u"ÇANKAYA";
inline constexpr char16_t hesAddress[] = u"Eğitim Hastanesi, Bilkent";

/// Invented doctors, offered on the login page in training.
QList<Person> doctors();
/// Invented patients, printed for those who try the launch contract.
QList<Person> patients();

} // namespace hekim::training
