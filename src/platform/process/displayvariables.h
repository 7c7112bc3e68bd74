#pragma once

#include <QByteArray>

namespace hekim {

/// Which of Qt's platforms the window may be shown by: what the environment wants, without what no person
/// can see (offscreen, minimal) or does not exist, and after it the displays that are there, so that a
/// plugin that is not installed is no end. Empty: Qt chooses.
QByteArray visiblePlatforms(const QByteArray& wanted, bool hasX, bool hasWayland);

/// Whether the window is of a size that a person can use with this value of the variable.
bool canBeSeen(const QByteArray& name, const QByteArray& value);

/// Takes away, or mends, Qt's variables with which the window would start without being seen, or end at
/// once: they come from the environment of a program that was made for something else. What a person may
/// want (a scale of 1.5, Wayland) stays. Before the application object.
void mendDisplayVariables();

/// Whether there is anything that a window can be shown on, once that is done.
bool hasDisplay();

} // namespace hekim
