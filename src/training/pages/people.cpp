#include "training/pages/people.h"

#include "core/settings/training.h"

#include <algorithm>
#include <array>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 12> womensNames{u"Ayşe",   u"Elif", u"Zeynep", u"Gülşen",
                                                  u"Çiğdem", u"Işıl", u"Özge",   u"Şule",
                                                  u"Nurhan", u"İpek", u"Müge",   u"Defne"};
constexpr std::array<QStringView, 12> mensNames{u"Ahmet", u"Oğuz",  u"İsmail", u"Çağrı", u"Şükrü", u"Ümit",
                                                u"Işık",  u"Kağan", u"Özgür",  u"Mert",  u"Yiğit", u"Barış"};
constexpr std::array<QStringView, 12> surnames{u"Örnek",  u"Deneme", u"Çalışkan", u"Eğitmen",
                                               u"Taslak", u"Uydur",  u"Kurgu",    u"Model",
                                               u"Şablon", u"Prova",  u"İmgesel",  u"Yapay"};
constexpr std::array<QStringView, 8> streets{u"Çınar",   u"Gül",   u"Işık",  u"Menekşe",
                                             u"Ihlamur", u"Şafak", u"Özlem", u"Umut"};

/// A stream of small numbers made from the digits; qHash() would differ from one process to the next.
class Lot
{
public:
    explicit Lot(const QString& digits) : m_state(digits.toULongLong()) {}

    quint64 below(quint64 bound)
    {
        // splitmix64: neighbouring numbers must not give neighbouring people.
        m_state += 0x9e3779b97f4a7c15U;
        auto mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
        return (mixed ^ (mixed >> 31)) % bound;
    }

    template <std::size_t size>
    QString oneOf(const std::array<QStringView, size>& words)
    {
        return words.at(std::size_t(below(size))).toString();
    }

private:
    quint64 m_state;
};

std::optional<Person> personIn(const QList<Person>& people, const QString& number)
{
    const auto found = std::find_if(people.cbegin(), people.cend(),
                                    [&](const Person& person) { return person.number == number; });
    return found == people.cend() ? std::nullopt : std::optional(*found);
}

bool isWomansName(const QString& name)
{
    // First names of the agreed people that the lists above do not have are looked up by this short list.
    static constexpr std::array<QStringView, 12> others{u"Fatma", u"Emine", u"Hatice", u"Selin",
                                                        u"Derya", u"Seda",  u"Merve",  u"Büşra",
                                                        u"Esra",  u"Leyla", u"Gül",    u"Nur"};
    const auto first = name.section(u' ', 0, 0);
    return std::find(womensNames.begin(), womensNames.end(), first) != womensNames.end() ||
           std::find(others.begin(), others.end(), first) != others.end();
}

} // namespace

Citizen citizenOf(const IdentityNumber& number)
{
    const auto digits = number.digits();
    Lot lot(digits);
    Citizen citizen;
    citizen.number = digits;

    const auto agreed = personIn(patients(), digits);
    const bool woman = agreed ? isWomansName(agreed->name) : lot.below(2) == 0;
    const auto surname = agreed ? agreed->name.section(u' ', -1) : lot.oneOf(surnames);
    citizen.name =
        agreed ? agreed->name : (woman ? lot.oneOf(womensNames) : lot.oneOf(mensNames)) + u' ' + surname;
    citizen.fatherName = lot.oneOf(mensNames);
    citizen.birthDate = QDate(1940 + int(lot.below(66)), 1 + int(lot.below(12)), 1 + int(lot.below(28)));
    citizen.sex = woman ? u"Kadın"_s : u"Erkek"_s;
    citizen.address = u"Örnek Mah. %1 Sok. No: %2/%3, Eğitim İlçesi / Örnek İl"_s.arg(lot.oneOf(streets))
                          .arg(1 + lot.below(120))
                          .arg(1 + lot.below(20));
    return citizen;
}

QString nameOf(const QString& digits)
{
    const auto number = IdentityNumber::parse(digits, {});
    return number ? citizenOf(*number).name : QString();
}

QString doctorName(const QString& number)
{
    const auto agreed = personIn(doctors(), number);
    return agreed ? agreed->name : u"Eğitim Hekimi"_s;
}

QString doctorTitle(const QString& number)
{
    const auto agreed = personIn(doctors(), number);
    return agreed ? agreed->title : u"Uzman Hekim"_s;
}

} // namespace hekim::training
