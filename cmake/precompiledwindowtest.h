#pragma once

// What most tests of the window include; see HekimTargets.cmake.
#include "precompiledtest.h"
#include "precompiledwidgets.h"
