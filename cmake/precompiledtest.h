#pragma once

// What most tests include, those without widgets; see HekimTargets.cmake.
#include "precompiledcore.h"

#include <QHostAddress>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
