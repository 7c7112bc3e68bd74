#include "core/settings/training.h"

#include <QCoreApplication>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

struct Training
{
    Q_DECLARE_TR_FUNCTIONS(Training)
};

} // namespace

QList<Person> doctors()
{
    return {
        {u"17291716060"_s, u"Dr. Elif Karaçay"_s, u"Aile Hekimliği"_s},
        {u"23456789060"_s, u"Dr. Mert Günışığı"_s, u"Radyoloji"_s},
        {u"30517284662"_s, u"Dr. Şule Özdağlı"_s, u"İş Sağlığı"_s},
        {u"41826395086"_s, u"Dr. İlker Yağmurlu"_s, u"Ruh Sağlığı ve Hastalıkları"_s},
    };
}

QList<Person> patients()
{
    return {
        {u"10000000146"_s, u"Ayşe Çınarlı"_s, {}},
        {u"10000008098"_s, u"Hüseyin Işıklı"_s, {}},
        {u"10000009088"_s, u"Gülşen Ovacıklı"_s, {}},
        {u"52739481650"_s, u"İsmail Dağıstanlı"_s, {}},
        {u"38495617250"_s, u"Fatma Büşra Öğütçü"_s, {}},
        {u"99183746546"_s, u"Leyla Rahimova"_s, {}}, // a foreigner's number
    };
}

QList<HesExample> hesExamples()
{
    using Answer = HesExample::Answer;
    const auto riskless = u"RISKLESS"_s;
    return {
        {u"E1A1000011"_s, Training::tr("Riskless: vaccinated, immune, negative test"), Answer::Found,
         riskless, true, true, true},
        {u"E1A1000012"_s, Training::tr("Riskless: vaccinated, immune"), Answer::Found, riskless, true, true},
        {u"E1A1000013"_s,
         Training::tr("Riskless: vaccinated, negative test"),
         Answer::Found,
         riskless,
         true,
         {},
         true},
        {u"E1A1000014"_s,
         Training::tr("Riskless: immune, negative test"),
         Answer::Found,
         riskless,
         {},
         true,
         true},
        {u"E1A1000015"_s, Training::tr("Riskless: vaccinated"), Answer::Found, riskless, true},
        {u"E1A1000016"_s, Training::tr("Riskless: immune"), Answer::Found, riskless, {}, true},
        {u"E1A1000017"_s, Training::tr("Riskless: negative test"), Answer::Found, riskless, {}, {}, true},
        {u"E1A1000018"_s, Training::tr("Riskless: neither vaccinated nor immune"), Answer::Found, riskless,
         false, false},
        {u"E1A1000019"_s, Training::tr("Riskless: shares nothing"), Answer::Found, riskless},
        {u"I1R1000020"_s, Training::tr("Risky"), Answer::Found, u"RISKY"_s},
        {u"E1B1000031"_s, Training::tr("A status that nobody knows"), Answer::Found, u"PENDING"_s},
        {u"E1Y1000032"_s, Training::tr("No such code"), Answer::NotFound, {}},
        {u"E1S1000033"_s, Training::tr("Expired code"), Answer::Expired, {}},
    };
}

} // namespace hekim::training
