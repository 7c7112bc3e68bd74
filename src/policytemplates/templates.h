#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace hekim {

struct TemplateFile
{
    QString path; ///< below the folder of the templates
    QByteArray content;
};

/// All files for administrators: ADMX, ADML in both languages, the example for Linux.
QList<TemplateFile> policyTemplates();

} // namespace hekim
