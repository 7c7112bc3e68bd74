// Windows: the part of the program that shows pages is linked in (see src/workspace/CMakeLists.txt).
#include <QtPlugin>

Q_IMPORT_PLUGIN(WorkPlugin)
