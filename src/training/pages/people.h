#pragma once

#include "core/identity/identitynumber.h"

#include <QDate>
#include <QString>

namespace hekim::training {

/// What the KPS (the state's register of persons) says of a citizen; everything invented.
struct Citizen
{
    QString number;
    QString name;
    QString fatherName;
    QDate birthDate;
    QString sex;
    QString address;
};

// The training's register: the agreed invented people, and for any other number a person made from its
// digits, the same at every call.
Citizen citizenOf(const IdentityNumber& number);
/// Of digits that are a number's.
QString nameOf(const QString& digits);
QString doctorName(const QString& number);
QString doctorTitle(const QString& number);

} // namespace hekim::training
