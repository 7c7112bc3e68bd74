#include "core/accession.h"

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxAccessionLength = 64;

} // namespace

Result<QString> parseAccession(const QString& text)
{
    const QString field = u"accession"_s;
    const QString accession = text.trimmed();
    if (accession.isEmpty())
        return badInput(field, InputFault::Empty);
    const auto printable = [](QChar c) {
        return c >= u' ' && c <= u'~' && !QStringView(u"\"'`\\<>").contains(c);
    };
    if (!std::all_of(accession.begin(), accession.end(), printable))
        return badInput(field, InputFault::BadCharacters);
    if (accession.size() > maxAccessionLength)
        return badInput(field, InputFault::TooLong);
    return accession;
}

} // namespace hekim
