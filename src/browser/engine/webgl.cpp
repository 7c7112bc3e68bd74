#include "browser/engine/webgl.h"

#include "browser/engine/engineswitches.h"
#include "platform/process/changedvariables.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLoggingCategory>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

#include <algorithm>
#include <array>

namespace hekim::webgl {

bool isThere()
{
    const QOpenGLContext* context = QOpenGLContext::globalShareContext();
    return context && context->isValid();
}

QByteArray renderer()
{
    if (!isThere())
        return {};
    QOpenGLContext* context = QOpenGLContext::globalShareContext();
    QOffscreenSurface surface;
    surface.setFormat(context->format());
    surface.create();
    if (!context->makeCurrent(&surface))
        return {};
    const auto* name = reinterpret_cast<const char*>(context->functions()->glGetString(GL_RENDERER));
    QByteArray found(name); // null is empty
    context->doneCurrent();
    return found;
}

bool isSoftware(const QByteArray& drawnBy)
{
    static constexpr std::array names{
        "llvmpipe",
        "softpipe",
        "swrast",
        "Software Rasterizer", // Mesa
        "SwiftShader",         // Chromium's own
        "Microsoft Basic Render",
        "GDI Generic", // Windows
    };
    return std::ranges::any_of(names, [&drawnBy](const char* name) { return drawnBy.contains(name); });
}

QByteArrayList switchesFor(WebGl setting, bool drawnBySoftware, const QVersionNumber& engine)
{
    QByteArrayList switches;
    if (setting == WebGl::Off)
        switches.append("--disable-3d-apis");
    // The list keeps faulty drivers away: it is set aside only where none of them draws.
    else if (drawnBySoftware)
        switches.append("--ignore-gpu-blocklist");
    // Every page stays white otherwise (6.10.2, 6.11.2 and 6.12.0: "Compositor returned null texture").
    if (drawnBySoftware && engine >= QVersionNumber(6, 10))
        switches.append("--disable-gpu-compositing");
    return switches;
}

void chooseDriver(WebGl setting)
{
    if (setting != WebGl::Software)
        return;
#ifdef Q_OS_LINUX
    changeVariable("LIBGL_ALWAYS_SOFTWARE", "1");
#else
    QCoreApplication::setAttribute(Qt::AA_UseSoftwareOpenGL);
#endif
}

void chooseSwitches(WebGl setting)
{
    const QByteArray drawnBy = renderer();
    const bool drawnBySoftware = isSoftware(drawnBy);
    qInfo("web: pages are drawn by %s", drawnBy.isEmpty() ? "no OpenGL" : drawnBy.constData());
    if (drawnBy.isEmpty()) // no card, and no driver in software: views draw by Qt's own painter
        changeVariable("QT_QUICK_BACKEND", "software");
    if (setting == WebGl::Software && !drawnBySoftware)
        qWarning("web: web/webgl=software, but this computer's driver does not draw by software");
    addEngineSwitches(switchesFor(setting, drawnBySoftware, QLibraryInfo::version()));
}

} // namespace hekim::webgl
