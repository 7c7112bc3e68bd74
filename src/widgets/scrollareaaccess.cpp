#include "widgets/scrollareaaccess.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

// Qt's own interface counts a scroll bar among the children only while it is shown, and takes any index
// unchecked (QAccessibleAbstractScrollArea::child, 6.4.2 and still in later ones). A screen reader that has
// counted before a bar went asks for one too many: the window then reads behind its list and dies in
// QAccessibleCache::idForObject. QAccessibleWidget has every child at a place of its own and checks the
// index. Classes with an interface of their own (views, text editors) are asked for by their own name before
// this one and stay as they are.
QAccessibleInterface* accessFor(const QString& className, QObject* object)
{
    if (className != u"QScrollArea"_s && className != u"QAbstractScrollArea"_s)
        return nullptr;
    auto* widget = qobject_cast<QWidget*>(object);
    return widget ? new QAccessibleWidget(widget, QAccessible::Client) : nullptr;
}

} // namespace

void installScrollAreaAccess()
{
    QAccessible::installFactory(accessFor);
}

} // namespace hekim
