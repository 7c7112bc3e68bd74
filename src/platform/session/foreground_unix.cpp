#include "platform/session/foreground.h"

#include <QGuiApplication>
#include <QWindow>

#ifdef HEKIM_HAVE_XCB
#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#endif

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

#if defined(HEKIM_HAVE_XCB) && QT_CONFIG(xcb)

/// The time of the user's click, which a startup id carries at its end ("…_TIME12345"). Without it a window
/// manager takes the request for an uncalled-for one and only marks the window.
xcb_timestamp_t timestampOf(const QByteArray& startupId)
{
    constexpr QByteArrayView mark("_TIME");
    const auto at = startupId.lastIndexOf(mark);
    bool isNumber = false;
    const uint time = at < 0 ? 0 : startupId.mid(at + mark.size()).toUInt(&isNumber);
    return isNumber ? time : XCB_CURRENT_TIME;
}

bool activateOnX11(const QWindow& window, const QByteArray& startupId)
{
    const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    const xcb_timestamp_t time = timestampOf(startupId);
    if (x11 == nullptr || time == XCB_CURRENT_TIME)
        return false;
    xcb_connection_t* connection = x11->connection();
    const QByteArray name("_NET_ACTIVE_WINDOW");
    const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> atom(
        xcb_intern_atom_reply(
            connection, xcb_intern_atom(connection, 0, static_cast<uint16_t>(name.size()), name.constData()),
            nullptr),
        &std::free);
    if (atom == nullptr)
        return false;

    const auto id = static_cast<xcb_window_t>(window.winId());
    const std::unique_ptr<xcb_get_geometry_reply_t, decltype(&std::free)> geometry(
        xcb_get_geometry_reply(connection, xcb_get_geometry(connection, id), nullptr), &std::free);
    if (geometry == nullptr)
        return false;

    xcb_client_message_event_t event = {};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = id;
    event.type = atom->atom;
    event.data.data32[0] = 1; // the source is an application, not a pager
    event.data.data32[1] = time;
    xcb_send_event(connection, 0, geometry->root,
                   XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                   reinterpret_cast<const char*>(&event));
    xcb_flush(connection);
    return true;
}

#else

bool activateOnX11(const QWindow&, const QByteArray&)
{
    return false;
}

#endif

} // namespace

void bringToFront(QWindow& window, const QByteArray& activationToken)
{
    if (window.windowStates().testFlag(Qt::WindowMinimized))
        window.setWindowStates(window.windowStates() & ~Qt::WindowMinimized);
    window.raise();
    if (activateOnX11(window, activationToken))
        return;
    // Qt's Wayland platform takes the token from here, uses it for the next request and clears it.
    if (!activationToken.isEmpty() && QGuiApplication::platformName().startsWith("wayland"_L1))
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    window.requestActivate();
}

} // namespace hekim
