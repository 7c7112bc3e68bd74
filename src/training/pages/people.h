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

/// The training's register: the agreed invented people, and for any other number a person made from its
/// digits, the same at every call.
class People
{
public:
    [[nodiscard]] Citizen citizen(const IdentityNumber& number) const;
    [[nodiscard]] QString doctorName(const QString& number) const;
    [[nodiscard]] QString doctorTitle(const QString& number) const;
};

} // namespace hekim::training
