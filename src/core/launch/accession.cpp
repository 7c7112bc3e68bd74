#include "core/launch/accession.h"

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
    const auto refused = [](QChar c) {
        switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format: // turns the direction of what is drawn, or is not drawn
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return true;
        default:
            return c == u'\\' || c == QChar::ReplacementCharacter; // the latter has lost what stood there
        }
    };
    // A lone surrogate is no character, and would not arrive as it was sent.
    if (std::ranges::any_of(accession, refused) || !accession.isValidUtf16())
        return badInput(field, InputFault::BadCharacters);
    if (accession.size() > maxAccessionLength)
        return badInput(field, InputFault::TooLong);
    return accession;
}

} // namespace hekim
