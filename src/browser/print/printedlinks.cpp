#include "browser/print/printedlinks.h"

#include <algorithm>
#include <cctype>

namespace hekim {

namespace {

/// Where the string that begins at `open` ends: literal with its escapes, or in hexadecimal digits.
qsizetype endOfString(const QByteArray& pdf, qsizetype open)
{
    const char close = pdf.at(open) == '(' ? ')' : '>';
    qsizetype at = open + 1;
    while (at < pdf.size() && pdf.at(at) != close)
        at += pdf.at(at) == '\\' ? 2 : 1;
    return std::min(at, pdf.size());
}

} // namespace

// Everything keeps its length: a PDF says at which byte each of its objects begins.
QByteArray withoutLinks(QByteArray pdf)
{
    pdf.replace("/Annots", "/Unused"); // of a sheet; readers pass over what they do not know
    const QByteArray key = "/URI";
    for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at)) {
        at += key.size();
        while (at < pdf.size() && std::isspace(static_cast<unsigned char>(pdf.at(at))))
            ++at;
        if (at == pdf.size() || (pdf.at(at) != '(' && pdf.at(at) != '<'))
            continue;
        const qsizetype end = endOfString(pdf, at);
        std::fill(pdf.begin() + at + 1, pdf.begin() + end, pdf.at(at) == '(' ? ' ' : '0');
        at = end;
    }
    return pdf;
}

} // namespace hekim
