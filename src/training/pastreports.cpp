#include "training/pastreports.h"

#include "core/training.h"

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

} // namespace

void writePastReports(ReportBook& book, const QDateTime& now)
{
    const auto allDoctors = doctors();
    const auto allPatients = patients();
    const auto withPast = allPatients.size() - 1;
    if (allDoctors.isEmpty() || withPast < 1) {
        return;
    }
    qsizetype turn = 0;
    for (const auto& past : pasts) {
        for (const auto& doctor : allDoctors) {
            const auto minutesLater = 47 * (turn % allDoctors.size());
            const auto& patient = allPatients.at(turn++ % withPast);
            const ReportText text{u"0500 000 00 00"_s, QStringView(institutionName).toString(),
                                  past.duty.toString(), past.reason, past.decision.toString()};
            const QDateTime morning(now.date().addDays(-past.daysAgo), QTime(6, 10),
                                    Qt::UTC); // 9:10 in Turkey
            book.addPast(doctor.number, patient.number, text, morning.addSecs(minutesLater * 60),
                         past.isSigned);
        }
    }
}

} // namespace hekim::training
