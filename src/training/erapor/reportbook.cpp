#include "training/erapor/reportbook.h"

#include <algorithm>

namespace hekim::training {

using namespace Qt::StringLiterals;

ReportBook::ReportBook(Clock clock) : m_clock(std::move(clock)) {}

template <class Wanted>
QList<Report> ReportBook::newestFirst(Wanted wanted) const
{
    QList<Report> found;
    {
        const std::scoped_lock lock(m_mutex);
        std::copy_if(m_reports.cbegin(), m_reports.cend(), std::back_inserter(found), wanted);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Report& left, const Report& right) { return left.created > right.created; });
    return found;
}

Report ReportBook::add(const QString& doctor, const QString& patient, const ReportText& text,
                       const QString& formKey)
{
    const auto now = m_clock();
    const std::scoped_lock lock(m_mutex);
    const auto key = doctor + u'/' + patient + u'/' + formKey;
    if (const auto earlier = m_byFormKey.constFind(key); earlier != m_byFormKey.cend()) {
        return *earlier;
    }
    auto report = append(doctor, patient, text, now);
    m_byFormKey.insert(key, report);
    return report;
}

void ReportBook::addPast(const QString& doctor, const QString& patient, const ReportText& text,
                         const QDateTime& created, bool isSigned)
{
    const std::scoped_lock lock(m_mutex);
    auto& report = append(doctor, patient, text, created);
    if (isSigned) {
        report.signedAt = created.addSecs(10LL * 60);
    }
}

Report& ReportBook::append(const QString& doctor, const QString& patient, const ReportText& text,
                           const QDateTime& created)
{
    const auto number = ++m_lastNumber;
    // The reference number only has to look unlike the report number, so that the two are not mistaken.
    const auto scrambled = (quint64(number) * 2654435761U) & 0xffffffffU;
    const auto reference = u"EGT-%1"_s.arg(scrambled, 8, 16, QChar(u'0')).toUpper();
    m_reports.append({QString::number(number), reference, patient, doctor, text, created, std::nullopt});
    return m_reports.last();
}

QList<Report> ReportBook::ofDoctor(const QString& doctor) const
{
    return newestFirst([&](const Report& report) { return report.doctor == doctor; });
}

QList<Report> ReportBook::ofPatient(const QString& patient) const
{
    return newestFirst([&](const Report& report) { return report.patient == patient; });
}

std::optional<Report> ReportBook::find(const QString& doctor, const QString& number) const
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& report : m_reports) {
        if (report.doctor == doctor && report.number == number) {
            return report;
        }
    }
    return std::nullopt;
}

bool ReportBook::sign(const QString& doctor, const QString& number)
{
    const auto now = m_clock();
    const std::scoped_lock lock(m_mutex);
    for (auto& report : m_reports) {
        if (report.doctor == doctor && report.number == number && !report.signedAt) {
            report.signedAt = now;
            return true;
        }
    }
    return false;
}

bool ReportBook::remove(const QString& doctor, const QString& number)
{
    const std::scoped_lock lock(m_mutex);
    return m_reports.removeIf(
               [&](const Report& report) { return report.doctor == doctor && report.number == number; }) > 0;
}

} // namespace hekim::training
