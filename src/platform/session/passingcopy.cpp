#include "platform/session/passingcopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

const QString mark = u"application/x-hekim-asistani-copy"_s;

} // namespace

void copyInPassing(const QString& text)
{
    auto* data = new QMimeData;
    data->setText(text);
    data->setData(mark, QByteArray("1"));
#ifdef Q_OS_WIN
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s,
                  QByteArray(4, '\0'));
#else
    data->setData(u"x-kde-passwordManagerHint"_s, QByteArray("secret"));
#endif
    QGuiApplication::clipboard()->setMimeData(data);
}

bool isCopiedInPassing(const QMimeData* data)
{
    return data && data->hasFormat(mark);
}

} // namespace hekim
