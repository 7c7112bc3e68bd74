#include "core/settings/inifile.h"

#include <QSet>

namespace hekim {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || isLineEnd(c);
}

qsizetype endOfComment(const QByteArray& text, qsizetype from)
{
    while (from < text.size() && !isLineEnd(text.at(from)))
        ++from;
    return from;
}

/// As QSettings finds it: line ends count outside of quotation marks, and not after a backslash; a ";" begins
/// a comment.
qsizetype endOfEntry(const QByteArray& text, qsizetype from)
{
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '\\') {
            ++i;
            if (i + 1 < text.size() && isLineEnd(text.at(i)) && isLineEnd(text.at(i + 1)) &&
                text.at(i) != text.at(i + 1))
                ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (isLineEnd(c) || c == ';')) {
            return i;
        }
    }
    return text.size();
}

} // namespace

IniFile IniFile::of(const QByteArray& content)
{
    IniFile file{content.startsWith("\xef\xbb\xbf") ? content.sliced(3) : content, {}};
    QSet<QString> seen;
    QString section;
    const auto see = [&](const QString& name) {
        if (seen.contains(name) && !file.givenTwice.contains(name))
            file.givenTwice += name;
        seen += name;
    };
    for (qsizetype i = 0; i < file.text.size();) {
        const char c = file.text.at(i);
        if (isBlank(c)) {
            ++i;
        } else if (c == ';' || c == '#') {
            file.text[i] = ';';
            i = endOfComment(file.text, i);
        } else {
            const qsizetype end = endOfEntry(file.text, i);
            const QByteArray entry = file.text.sliced(i, end - i).trimmed();
            const qsizetype equals = entry.indexOf('=');
            if (entry.startsWith('[')) {
                section = QString::fromUtf8(
                    entry.sliced(1, std::max<qsizetype>(0, entry.indexOf(']') - 1)).trimmed());
                see(u'[' + section + u']');
            } else if (equals > 0) {
                see(section + u'/' + QString::fromUtf8(entry.first(equals).trimmed()));
            }
            i = end;
        }
    }
    return file;
}

} // namespace hekim
