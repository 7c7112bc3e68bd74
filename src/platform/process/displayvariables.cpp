#include "platform/process/displayvariables.h"

#include <QList>

#include <algorithm>
#include <array>

namespace hekim {

namespace {

#ifdef Q_OS_WIN
constexpr std::array visible{"windows", "direct2d"};
#else
/// Those that draw on the screen itself need neither X nor Wayland.
constexpr std::array onTheScreenItself{"eglfs", "linuxfb", "vkkhrdisplay", "vnc"};
constexpr std::array visible{"xcb",   "wayland", "wayland-egl",  "wayland-xcomposite-egl",
                             "eglfs", "linuxfb", "vkkhrdisplay", "vnc"};
#endif

template <class Names>
bool isAmong(const Names& names, const QByteArray& platform)
{
    const QByteArray name = platform.split(':').constFirst(); // arguments follow
    return std::ranges::any_of(names, [&name](const char* other) { return name == other; });
}

bool isScale(const QByteArray& text)
{
    bool isNumber = false;
    const double factor = text.toDouble(&isNumber);
    return isNumber && factor >= 0.25 && factor <= 8;
}

/// "2;1.5" or "DP-1=2;HDMI-1=1.5"
bool areScales(const QByteArray& text)
{
    const QList<QByteArray> screens = text.split(';');
    return std::ranges::all_of(screens, [](const QByteArray& screen) {
        return screen.isEmpty() || isScale(screen.mid(screen.lastIndexOf('=') + 1));
    });
}

bool isResolution(const QByteArray& text)
{
    bool isNumber = false;
    const int dpi = text.toInt(&isNumber);
    return isNumber && dpi >= 48 && dpi <= 768;
}

} // namespace

QByteArray visiblePlatforms(const QByteArray& wanted, bool hasX, bool hasWayland)
{
    QList<QByteArray> platforms = wanted.split(';');
    platforms.removeIf([](const QByteArray& platform) { return !isAmong(visible, platform); });
#ifndef Q_OS_WIN
    const bool wasWanted = !platforms.isEmpty();
    const auto add = [&platforms](const char* name) {
        if (!platforms.contains(name))
            platforms.append(name);
    };
    if (hasX && wasWanted)
        add("xcb");
    if (hasWayland && (wasWanted || !hasX)) // without X, Qt tries Wayland only where the session says so
        add("wayland");
#endif
    return platforms.join(';');
}

bool canBeSeen(const QByteArray& name, const QByteArray& value)
{
    if (name == "QT_SCALE_FACTOR")
        return isScale(value);
    if (name == "QT_SCREEN_SCALE_FACTORS")
        return areScales(value);
    if (name == "QT_FONT_DPI")
        return isResolution(value);
    return true;
}

void mendDisplayVariables()
{
    for (const char* name : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"}) {
        if (qEnvironmentVariableIsSet(name) && !canBeSeen(name, qgetenv(name)))
            qunsetenv(name);
    }
    const QByteArray platforms =
        visiblePlatforms(qgetenv("QT_QPA_PLATFORM"), !qEnvironmentVariableIsEmpty("DISPLAY"),
                         !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"));
    if (platforms.isEmpty())
        qunsetenv("QT_QPA_PLATFORM");
    else
        qputenv("QT_QPA_PLATFORM", platforms);
}

bool hasDisplay()
{
#ifdef Q_OS_WIN
    return true;
#else
    const QList<QByteArray> platforms = qgetenv("QT_QPA_PLATFORM").split(';');
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           std::ranges::any_of(platforms, [](const QByteArray& p) { return isAmong(onTheScreenItself, p); });
#endif
}

} // namespace hekim
