#pragma once

#include "training/http/clock.h"

#include <QList>
#include <QString>

#include <mutex>
#include <optional>

namespace hekim::training {

/// What the doctor fills in on the form (guide 000, figure 1).
struct ReportText
{
    QString telephone;
    QString institution;
    QString duty;
    int reason = 0; ///< guide 000, table 4
    QString decision;
};

/// One "Durum Bildirir Tek Hekim" report.
struct Report
{
    QString number;    ///< Rapor No
    QString reference; ///< Rapor Referans Numarası
    QString patient;   ///< identity number
    QString doctor;    ///< identity number
    ReportText text;
    QDateTime created; ///< UTC
    std::optional<QDateTime> signedAt;
};

/// The reports, in memory: a training ministry forgets everything when it ends.
class ReportBook
{
public:
    explicit ReportBook(Clock clock);

    /// `formKey` names one filled form: sent twice (a double click, a repeated request) it makes one report.
    Report add(const QString& doctor, const QString& patient, const ReportText& text, const QString& formKey);
    /// A report of the past, there from the start.
    void addPast(const QString& doctor, const QString& patient, const ReportText& text,
                 const QDateTime& created, bool isSigned);

    /// Newest first.
    [[nodiscard]] QList<Report> ofDoctor(const QString& doctor) const;
    [[nodiscard]] QList<Report> ofPatient(const QString& patient) const;

    /// Only the doctor who wrote a report sees, signs or deletes it.
    [[nodiscard]] std::optional<Report> find(const QString& doctor, const QString& number) const;
    bool sign(const QString& doctor, const QString& number);
    bool remove(const QString& doctor, const QString& number);

private:
    template <class Wanted>
    [[nodiscard]] QList<Report> newestFirst(Wanted wanted) const;
    Report& append(const QString& doctor, const QString& patient, const ReportText& text,
                   const QDateTime& created);

    Clock m_clock;
    mutable std::mutex m_mutex;
    QList<Report> m_reports; ///< oldest first
    QHash<QString, Report> m_byFormKey;
    int m_lastNumber = 100200300;
};

/// Writes some invented reports of the past, so that no list is empty for the agreed people, save for the
/// last patient, who shows what an empty list looks like. The second one shows a long list.
void writePastReports(ReportBook& book, const QDateTime& now);

} // namespace hekim::training
