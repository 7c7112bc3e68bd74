#include "policytemplates/templates.h"

#include "policytemplates/admx.h"
#include "policytemplates/policyexample.h"

namespace hekim {

using namespace Qt::StringLiterals;

QList<TemplateFile> policyTemplates()
{
    const TemplateText turkish(TemplateText::Language::Turkish);
    const TemplateText english(TemplateText::Language::English);
    QList<TemplateFile> files{{u"hekim-asistani.admx"_s, admx()},
                              {u"policy.conf.example"_s, policyExample(turkish)}};
    for (const TemplateText* text : {&turkish, &english})
        files.append({text->code() + u"/hekim-asistani.adml"_s, adml(*text)});
    return files;
}

} // namespace hekim
