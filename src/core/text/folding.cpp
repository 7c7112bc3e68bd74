#include "core/text/folding.h"

#include <QLocale>

namespace hekim {

QString folded(const QString& text)
{
    static const QLocale turkish(QLocale::Turkish, QLocale::Turkey);
    QString key = turkish.toLower(text.normalized(QString::NormalizationForm_C));
    key.replace(u'ı', u'i');
    return key;
}

} // namespace hekim
