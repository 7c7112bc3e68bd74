#pragma once

#include "core/error/error.h"
#include "core/identity/identitynumber.h"
#include "services/http/httpclient.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace hekim {

/// The reports written for a patient before, as a table. The guide gives no shape for them (000 section 5.3):
/// members that are recognised come first, every other member is a column of its own, nothing is dropped.
struct PastReports
{
    enum class Meaning { Number, Reference, Date, Reason, Doctor, Institution, Other };
    struct Column
    {
        Meaning meaning = Meaning::Other;
        QString member; ///< as the service calls it

        friend bool operator==(const Column&, const Column&) = default;
    };

    QList<Column> columns;
    /// As many values a row as there are columns: QString, qint64, double, bool, QDate or QDateTime, and an
    /// invalid one where the report says nothing. Nested values are compact JSON; what looks like a date and
    /// is none stays the text that it was.
    QList<QVariantList> rows;
};

/// GET …/HastaninDurumBildirirRaporlari of one patient, without its token.
Result<HttpRequest> pastReportsRequest(const QUrl& erapor, const IdentityNumber& patient);

/// Reads a reply: an array of objects, an object holding one, or one report by itself. An empty array is a
/// result, and so is 204. Errors: ServerFailed, CredentialsRefused (403), NetworkLogin, BadReply.
Result<PastReports> readPastReports(const HttpReply& reply, const QString& host);

} // namespace hekim
