#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;
class QWidget;

namespace hekim {

/// Asks where a PDF of the program's own goes, in the user's documents.
void askForPdfPlace(QWidget* window, const QString& title, const QString& name,
                    const std::function<void(const QString& path)>& chosen);

/// Writes a whole file or none, outside of the window's thread (rule W2): the folder might be on a server.
void writeInBackground(const QString& path, const QByteArray& bytes, QObject* context,
                       std::function<void(bool written)> done);

} // namespace hekim
