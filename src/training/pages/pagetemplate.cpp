#include "training/pages/pagetemplate.h"

#include <QFile>
#include <QRegularExpression>

namespace hekim::training {

using namespace Qt::StringLiterals;

Html Html::escaped(const QString& text)
{
    // toHtmlEscaped() leaves the apostrophe, which would end an attribute in single quotes.
    return Html(text.toHtmlEscaped().replace(u'\'', u"&#39;"_s));
}

PageTemplate::PageTemplate(const QString& file) : m_text(QString::fromUtf8(resource(file))) {}

Html PageTemplate::filled(const Values& values) const
{
    static const QRegularExpression place(u"\\{\\{([a-zA-Z]+)\\}\\}"_s);
    QString page;
    qsizetype copied = 0;
    auto matches = place.globalMatch(m_text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        page += QStringView(m_text).mid(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        const auto value = values.constFind(match.captured(1));
        Q_ASSERT_X(value != values.cend(), "PageTemplate", qUtf8Printable(match.captured()));
        if (value == values.cend()) {
            continue;
        }
        const auto* text = std::get_if<QString>(&*value);
        page += text != nullptr ? Html::escaped(*text).m_text : std::get<Html>(*value).m_text;
    }
    page += QStringView(m_text).mid(copied);
    return Html(page);
}

QByteArray resource(const QString& file)
{
    QFile source(u":/training/"_s + file);
    const bool opened = source.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "resource", qUtf8Printable(file));
    return opened ? source.readAll() : QByteArray();
}

} // namespace hekim::training
