#include "platform/process/changedvariables.h"

#include <QString>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// Where the user's own value is kept; empty: not set.
constexpr char keptPrefix[] = "HEKIM_USERS_";

QByteArray keptAs(const QByteArray& name)
{
    return keptPrefix + name;
}

} // namespace

void changeVariable(const QByteArray& name, const QByteArray& value)
{
    const QByteArray kept = keptAs(name);
    if (!qEnvironmentVariableIsSet(kept.constData()))
        qputenv(kept.constData(), qgetenv(name.constData()));
    qputenv(name.constData(), value);
}

void changeVariableBack(const QByteArray& name)
{
    const QByteArray kept = keptAs(name);
    if (!qEnvironmentVariableIsSet(kept.constData()))
        return;
    const QByteArray users = qgetenv(kept.constData());
    if (users.isEmpty())
        qunsetenv(name.constData());
    else
        qputenv(name.constData(), users);
    qunsetenv(kept.constData());
}

QProcessEnvironment userEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString prefix = QString::fromLatin1(keptPrefix);
    const QStringList names = environment.keys();
    for (const QString& kept : names) {
        if (!kept.startsWith(prefix))
            continue;
        const QString name = kept.mid(prefix.size());
        const QString users = environment.value(kept);
        environment.remove(kept);
        if (users.isEmpty())
            environment.remove(name);
        else
            environment.insert(name, users);
    }
    return environment;
}

} // namespace hekim
