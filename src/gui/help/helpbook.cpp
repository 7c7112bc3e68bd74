#include "gui/help/helpbook.h"

#include "core/settings/settingskeys.h"
#include "core/text/folding.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestSearch = 2;

/// Every settings key as Markdown, from the one list (core/settings/settingskeys.h): a section for each page
/// of the settings, a table row for each key.
class HelpSettings
{
    Q_DECLARE_TR_FUNCTIONS(HelpSettings)

public:
    static QString rowOf(const SettingsKey& key)
    {
        QStringList said{u"*%1.* %2"_s.arg(key.shownTitle(), key.shownExplanation())};
        QStringList words;
        for (const SettingChoice& choice : key.choices)
            words.append(u"`%1` (%2)"_s.arg(choice.word, shownTitle(choice)));
        if (!words.isEmpty())
            said.append(tr("Values: %1.").arg(words.join(u", "_s)));
        if (!key.builtIn.isEmpty())
            said.append(tr("Without it: `%1`.").arg(key.builtIn));
        if (key.needsAdministrator(EnvironmentName::Custom, false))
            said.append(tr("In live and custom only from the policy or the machine's defaults."));
        else if (key.liveNeedsAdministrator)
            said.append(tr("In live only from the policy or the machine's defaults."));
        return u"| `%1` | %2 |\n"_s.arg(key.name, said.join(u' ').replace(u'|', u"\\|"_s));
    }

    static QString whole()
    {
        QString markdown;
        for (const SettingPage page : allSettingPages()) {
            markdown += u"### %1 {#settings-%2}\n\n| %3 | %4 |\n|---|---|\n"_s.arg(
                shownTitle(page), QString::number(static_cast<int>(page) + 1), tr("Key"), tr("Meaning"));
            for (const SettingsKey& key : allSettingsKeys())
                if (key.page == page)
                    markdown += rowOf(key);
            markdown += u'\n';
        }
        return markdown;
    }
};

QString textOf(HelpBook::Language language, const QString& page)
{
    QFile file(u":/help/%1/%2.md"_s.arg(language == HelpBook::Language::English ? u"en"_s : u"tr"_s, page));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Takes the names out of "## Heading {#name}" and answers them in their order.
QStringList takeNames(QString& markdown)
{
    static const QRegularExpression named(u"^(#{1,3} .*?) *\\{#([a-z0-9-]+)\\}$"_s,
                                          QRegularExpression::MultilineOption);
    QStringList names;
    for (auto all = named.globalMatch(markdown); all.hasNext();)
        names.append(all.next().captured(2));
    markdown.replace(named, u"\\1"_s);
    return names;
}

/// Folded, and the Turkish letters by their plain ones, so that "gorunum" finds "görünüm". Keeps the length.
QString lookedUp(const QString& text)
{
    QString plain = folded(text);
    for (QChar& c : plain)
        if (const QString parts = c.decomposition(); !parts.isEmpty() && c.isLetter())
            c = parts.front();
    return plain;
}

QList<HelpBook::Section> sectionsOf(const QTextDocument& document, const QStringList& names)
{
    QList<HelpBook::Section> sections;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        if (const int level = block.blockFormat().headingLevel(); level > 0)
            sections.append(
                {names.value(sections.size()), block.text(), level, block.position(), 0, QString()});
    const QString text = document.toRawText();
    for (qsizetype i = 0; i < sections.size(); ++i) {
        HelpBook::Section& section = sections[i];
        section.end = i + 1 < sections.size() ? sections.at(i + 1).begin : static_cast<int>(text.size());
        section.text = lookedUp(text.mid(section.begin, section.end - section.begin));
    }
    return sections;
}

} // namespace

HelpBook::Language HelpBook::languageInUse()
{
    return QLocale().language() == QLocale::English ? Language::English : Language::Turkish;
}

HelpBook::HelpBook(Language language)
{
    for (const QString& name : {u"physician"_s, u"it"_s, u"vendor"_s}) {
        Page page{name, textOf(language, name), {}};
        page.markdown.replace(u"{{settings}}"_s, HelpSettings::whole());
        const QStringList names = takeNames(page.markdown);
        QTextDocument document;
        document.setMarkdown(page.markdown);
        page.sections = sectionsOf(document, names);
        m_pages.append(page);
    }
}

const HelpBook::Page* HelpBook::page(const QString& name) const
{
    const auto found = std::ranges::find(m_pages, name, &Page::name);
    return found == m_pages.end() ? nullptr : &*found;
}

bool HelpBook::has(const QString& address) const
{
    const Page* found = page(address.section(u'#', 0, 0));
    return found &&
           (!address.contains(u'#') ||
            std::ranges::any_of(found->sections, [name = address.section(u'#', 1)](const Section& section) {
                return section.name == name;
            }));
}

QList<HelpBook::Hit> HelpBook::search(const QString& words) const
{
    const QString wanted = lookedUp(words).simplified();
    const QStringList parts = wanted.split(u' ', Qt::SkipEmptyParts);
    QList<Hit> hits;
    if (wanted.size() < shortestSearch)
        return hits;
    for (int page = 0; page < m_pages.size(); ++page) {
        const QList<Section>& sections = m_pages.at(page).sections;
        for (int index = 0; index < sections.size(); ++index) {
            const Section& section = sections.at(index);
            if (!std::ranges::all_of(parts, [&](const QString& part) { return section.text.contains(part); }))
                continue;
            for (const QString& part : parts)
                for (qsizetype at = section.text.indexOf(part); at >= 0;
                     at = section.text.indexOf(part, at + part.size()))
                    hits.append(
                        {page, index, section.begin + static_cast<int>(at), static_cast<int>(part.size())});
        }
    }
    std::ranges::stable_sort(hits, {}, [](const Hit& hit) { return std::pair(hit.page, hit.position); });
    return hits;
}

void HelpBook::finish(QTextDocument& document, const Page& page) const
{
    qsizetype heading = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (block.blockFormat().headingLevel() > 0) {
            QTextCharFormat anchor;
            anchor.setAnchor(true);
            anchor.setAnchorNames({page.sections.value(heading++).name});
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(anchor);
            continue;
        }
        QList<std::pair<int, int>> outward;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QString address = part.fragment().charFormat().anchorHref();
            if (!address.isEmpty() && !has(address))
                outward.append({part.fragment().position(), part.fragment().length()});
        }
        for (const auto& [position, length] : outward) {
            cursor.setPosition(position);
            cursor.setPosition(position + length, QTextCursor::KeepAnchor);
            QTextCharFormat plain = cursor.charFormat();
            plain.clearProperty(QTextFormat::AnchorHref);
            plain.clearProperty(QTextFormat::IsAnchor);
            plain.clearForeground();
            plain.setFontUnderline(false);
            cursor.setCharFormat(plain);
        }
    }
}

} // namespace hekim
