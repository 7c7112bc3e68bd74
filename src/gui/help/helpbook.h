#pragma once

#include <QList>
#include <QString>

class QTextDocument;

namespace hekim {

/// The help of one language: a few pages, each in sections that links and F1 lead to. The texts are Markdown
/// resources under :/help/<language>/; a heading carries the name of its section as "## Heading {#name}",
/// which is not shown and is the same in every language; the line {{settings}} stands for the list of all
/// settings keys.
class HelpBook
{
public:
    struct Section
    {
        QString name;
        QString title;
        int level = 1;
        int begin = 0; ///< place of its heading in the page's document
        int end = 0;   ///< where the next section begins, of whatever level
        QString text;  ///< folded, character for character what the document holds from begin to end
    };

    struct Page
    {
        QString name;
        QString markdown; ///< without the sections' names
        QList<Section> sections;
    };

    /// One place where a searched word stands.
    struct Hit
    {
        int page = 0;
        int section = 0;
        int position = 0; ///< in the page's document
        int length = 0;
    };

    enum class Language { Turkish, English };
    /// The language of the window.
    static Language languageInUse();

    explicit HelpBook(Language language);

    [[nodiscard]] const QList<Page>& pages() const { return m_pages; }
    [[nodiscard]] const Page* page(const QString& name) const;
    /// Whether "page" or "page#section" leads somewhere.
    [[nodiscard]] bool has(const QString& address) const;
    /// Every place in a section that holds all the words, in the order of the book. Turkish letters are found
    /// by their plain ones too. Nothing is found for less than two characters.
    [[nodiscard]] QList<Hit> search(const QString& words) const;

    /// Gives a document made from a page's Markdown its sections' names as anchors, and takes away links that
    /// lead out of the help: such addresses are text.
    void finish(QTextDocument& document, const Page& page) const;

private:
    QList<Page> m_pages;
};

} // namespace hekim
