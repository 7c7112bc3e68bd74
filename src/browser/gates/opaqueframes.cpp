#include "browser/gates/opaqueframes.h"

#include <QUuid>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

namespace hekim {

using namespace Qt::StringLiterals;

OpaqueFrames::OpaqueFrames(QWebEngineScriptCollection& scriptsOfProfile)
    : m_nonce(QUuid::createUuid().toString(QUuid::Id128)) // of the system's generator
{
    QWebEngineScript script;
    script.setName(u"opaqueframes"_s);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(u"if (self.origin === 'null') console.debug('%1')"_s.arg(m_nonce));
    scriptsOfProfile.insert(script);
}

} // namespace hekim
