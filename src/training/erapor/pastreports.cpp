#include "core/settings/training.h"
#include "training/erapor/reportbook.h"

#include <QTimeZone>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

struct Past
{
    int daysAgo = 0;
    int reason = 0;
    QStringView duty;
    QStringView decision;
    bool isSigned = false;
};

// Newest last: report numbers rise with time.
constexpr Past pasts[] = {
    {412, 0, u"Öğrenci", u"Genel durumu iyidir; spor faaliyetlerine katılmasında sakınca yoktur.", true},
    {233, 2, u"Kaynakçı", u"Yapılan muayenede çalışmasına engel bir durum saptanmamıştır.", true},
    {121, 3, u"Emekli", u"Yer, zaman ve kişi yönelimi tamdır; akli melekeleri yerindedir.", true},
    {58, 1, u"Çiftçi", u"Yivsiz av tüfeği ruhsatı almasında sağlık yönünden sakınca yoktur.", true},
    {19, 0, u"Memur", u"Durumu bildirir tek hekim raporudur.", true},
    {2, 2, u"Depo görevlisi", u"Ağır kaldırmamak kaydıyla çalışabilir.", false},
};

/// One patient has many: a warehouse worker with a check-up at work every few weeks, and what else brings
/// a patient to a doctor in four years.
constexpr qsizetype patientWithMany = 1;
constexpr int many = 36;
constexpr int daysBetween = 41;

constexpr Past turns[] = {
    {0, 2, u"Depo görevlisi", u"Periyodik muayenesi yapıldı; çalışmasında sakınca yoktur.", true},
    {3, 2, u"Depo görevlisi", u"Bel ağrısı yakınması var; 10 kg üzerinde yük kaldırmamalıdır.", true},
    {1, 2, u"Forklift operatörü", u"Görme ve işitme muayenesi olağandır; araç kullanabilir.", true},
    {5, 0, u"Forklift operatörü", u"Genel durumu iyidir; spor faaliyetlerine katılmasında sakınca yoktur.",
     true},
    {2, 2, u"Depo görevlisi", u"Gece vardiyasında çalışması uygundur.", true},
    {4, 2, u"Depo görevlisi", u"Tozlu ortamda FFP2 maske ile çalışabilir; altı ay sonra yeniden muayene.",
     true},
    {6, 1, u"Depo görevlisi", u"Yivsiz av tüfeği ruhsatı almasında sağlık yönünden sakınca yoktur.", true},
    {1, 2, u"Vardiya şefi", u"Periyodik muayenesi yapıldı; kan basıncı takibi önerildi.", true},
    {3, 2, u"Vardiya şefi", u"Yüksekte çalışmasında sakınca yoktur.", true},
};

void write(ReportBook& book, const QString& doctor, const QString& patient, const Past& past,
           const QDateTime& moment)
{
    book.addPast(doctor, patient,
                 {u"0500 000 00 00"_s, QStringView(institutionName).toString(), past.duty.toString(),
                  past.reason, past.decision.toString()},
                 moment, past.isSigned);
}

void writeMany(ReportBook& book, const QDateTime& now, const QList<Person>& allDoctors,
               const QString& patient)
{
    for (int i = 0; i < many; ++i) {
        const Past& turn = turns[std::size_t(i) % std::size(turns)];
        const int daysAgo = 430 + (many - i) * daysBetween + turn.daysAgo;
        const QDateTime moment(now.date().addDays(-daysAgo), QTime(6 + i % 7, (i * 17) % 60),
                               QTimeZone::utc());
        write(book, allDoctors.at((i * 3 + i / 5) % allDoctors.size()).number, patient, turn, moment);
    }
}

} // namespace

void writePastReports(ReportBook& book, const QDateTime& now)
{
    const auto allDoctors = doctors();
    const auto allPatients = patients();
    const auto withPast = allPatients.size() - 1;
    if (allDoctors.isEmpty() || withPast < 1) {
        return;
    }
    // Before the others: report numbers rise with time.
    if (patientWithMany < withPast)
        writeMany(book, now, allDoctors, allPatients.at(patientWithMany).number);
    qsizetype turn = 0;
    for (const auto& past : pasts) {
        for (const auto& doctor : allDoctors) {
            const auto minutesLater = 47 * (turn % allDoctors.size());
            const auto& patient = allPatients.at(turn++ % withPast);
            const QDateTime morning(now.date().addDays(-past.daysAgo), QTime(6, 10),
                                    QTimeZone::utc()); // 9:10 in Turkey
            write(book, doctor.number, patient.number, past, morning.addSecs(minutesLater * 60));
        }
    }
}

} // namespace hekim::training
