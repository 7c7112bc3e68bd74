#include "core/training.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

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

} // namespace hekim::training
