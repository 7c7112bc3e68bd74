#pragma once

#include "browser/engine/webgl.h"
#include "browser/pane.h"
#include "platform/files/memoryfolder.h"

#include <QApplication>
#include <QTest>

namespace hekim::test {

/// Runs a test as the window starts: the engine as the window sets it up, nothing told to it for the test.
template <typename Test>
int runForeignTest(int argc, char** argv)
{
    const Settings settings = settingsFor(QUrl(QStringLiteral("http://127.0.0.1:1")));
    webgl::chooseDriver(settings.webGl());
    QApplication application(argc, argv);
    const EngineDownloadsInMemory downloadsInMemory;
    webgl::chooseSwitches(settings.webGl());
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace hekim::test
