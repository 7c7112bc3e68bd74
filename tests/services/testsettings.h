#pragma once

#include "core/settings/settings.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

namespace hekim::test {

/// Settings read from real files in a temporary folder.
class TestSettings
{
public:
    [[nodiscard]] SettingsPlaces places() const
    {
        return {{m_folder.filePath(QStringLiteral("policy.conf"))},
                {m_folder.filePath(QStringLiteral("settings.ini"))},
                {m_folder.filePath(QStringLiteral("defaults.conf"))}};
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }

    void setUser(const QMap<QString, QString>& values) const { set(places().user, values); }
    void setPolicy(const QMap<QString, QString>& values) const { set(places().policy, values); }

    [[nodiscard]] Settings load() const
    {
        auto settings = Settings::load(places(), {});
        if (!settings)
            qFatal("%s", qPrintable(settings.error().subject));
        return *settings;
    }

    /// A site of its own ministry, as the tests of the session need it.
    static QMap<QString, QString> site(const QUrl& erapor)
    {
        return {{QStringLiteral("environment/name"), QStringLiteral("custom")},
                {QStringLiteral("institution/code"), QStringLiteral("123456")},
                {QStringLiteral("erapor/applicationCode"), QStringLiteral("APP-1")},
                {QStringLiteral("endpoints/erapor"), erapor.toString()}};
    }

private:
    static void set(const SettingsPlace& place, const QMap<QString, QString>& values)
    {
        if (!writeSettings(place, values))
            qFatal("cannot write settings");
    }

    QTemporaryDir m_folder;
};

} // namespace hekim::test
