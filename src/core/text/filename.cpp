#include "core/text/filename.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestBytes = 150; // file systems take 255, encrypted ones 143 and a little for our own
constexpr qsizetype longestEnding = 12;

QString withoutNumbers(QString name)
{
    // Eleven digits of any script, also grouped for reading; better too much taken away than a patient's
    // number.
    static const QRegularExpression number(
        u"(?<!\\p{Nd})\\p{Nd}(?:[ ._+\\x{a0}\\x{2009}\\x{202f}-]?\\p{Nd}){10}(?!\\p{Nd})"_s);
    return name.remove(number);
}

/// What Windows refuses as a name, whatever its ending.
bool isDeviceName(const QString& stem)
{
    static const QRegularExpression device(u"^(?:con|prn|aux|nul|com\\d|lpt\\d)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return device.match(stem).hasMatch();
}

QString shortened(const QString& stem, const QString& ending)
{
    QString result = stem;
    while (!result.isEmpty() && (result + ending).toUtf8().size() > longestBytes)
        result.chop(result.size() > 1 && result.back().isLowSurrogate() ? 2 : 1);
    return result + ending;
}

} // namespace

QString safeFileName(const QString& suggested)
{
    // Servers encode names once more than they should: what hides behind "%31" or "%2F" is looked at as well.
    QString name = suggested.contains(u'%') ? QUrl::fromPercentEncoding(suggested.toUtf8()) : suggested;
    name.replace(u'\\', u'/');
    name = name.section(u'/', -1);
    static const QRegularExpression unfit(u"[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\x{fffd}<>:\"|?*]"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    name = withoutNumbers(name.remove(unfit));

    static const QRegularExpression repeated(u"([ ._-])[ ._-]*(?=[ ._-])"_s);
    static const QRegularExpression atEdges(u"^[ ._-]+|[ ._-]+$"_s);
    name.remove(repeated).remove(atEdges);

    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasEnding = dot > 0 && name.size() - dot <= longestEnding;
    QString stem = (hasEnding ? name.first(dot) : name).remove(atEdges);
    const QString ending = hasEnding ? name.sliced(dot) : QString();
    if (isDeviceName(stem.section(u'.', 0, 0)))
        stem.prepend(u'_');
    return shortened(stem, ending);
}

} // namespace hekim
