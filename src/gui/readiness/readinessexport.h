#pragma once

#include "readiness/readinessrecord.h"

#include <QObject>

class QWidget;

namespace hekim {

/// Saves an institution's record as a PDF where the user says. Deletes itself when that is done or given up.
class ReadinessExport : public QObject
{
    Q_OBJECT

public:
    struct Content
    {
        ReadinessRecord record;
        QString institutionName;
        QString institutionCode;
        EnvironmentName environment;
    };
    ReadinessExport(Content content, QWidget* window);

    void askWhere();

signals:
    void saved(const QString& path);
    void failed(const QString& path);

private:
    void write(const QString& path);

    Content m_content;
    QWidget* m_window;
};

} // namespace hekim
