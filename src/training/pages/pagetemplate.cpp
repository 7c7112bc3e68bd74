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

Html filled(const QString& file, const Values& values)
{
    const auto text = QString::fromUtf8(resource(file));
    static const QRegularExpression place(u"\\{\\{([a-zA-Z]+)\\}\\}"_s);
    QString page;
    qsizetype copied = 0;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        page += QStringView(text).mid(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        const auto value = values.constFind(match.captured(1));
        Q_ASSERT_X(value != values.cend(), "filled", qUtf8Printable(match.captured()));
        if (value == values.cend()) {
            continue;
        }
        const auto* plain = std::get_if<QString>(&*value);
        page += plain != nullptr ? Html::escaped(*plain).m_text : std::get<Html>(*value).m_text;
    }
    page += QStringView(text).mid(copied);
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
