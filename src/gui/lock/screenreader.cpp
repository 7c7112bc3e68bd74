#include "gui/lock/screenreader.h"

#include <QAccessible>
#include <QAccessibleObject>
#include <QApplication>
#include <QPointer>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace hekim::screenreader {

namespace {

constexpr char isHidden[] = "hekimHiddenFromScreenReaders";

/// Stands in the tree where a widget stood that must not be read.
class Silence final : public QAccessibleObject
{
public:
    using QAccessibleObject::QAccessibleObject;

    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(object()->parent() ? object()->parent() : qApp);
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text) const override { return {}; }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override { return {}; }
    QAccessible::Role role() const override { return QAccessible::Grouping; }
    QAccessible::State state() const override
    {
        QAccessible::State hidden;
        hidden.invisible = true;
        hidden.offscreen = true;
        return hidden;
    }
};

bool isSilent(const QObject* object)
{
    for (const QObject* part = object; part; part = part->parent()) {
        if (part->property(isHidden).toBool())
            return true;
    }
    return false;
}

QAccessibleInterface* silenceFor(const QString&, QObject* object)
{
    return object && object->isWidgetType() && isSilent(object) ? new Silence(object) : nullptr;
}

// What was handed out before is taken back: the next question gets a new answer.
void renewInterfaces(QWidget& root)
{
    QList<QWidget*> widgets = root.findChildren<QWidget*>();
    widgets.append(&root);
    for (QWidget* widget : std::as_const(widgets)) {
        if (QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget))
            QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(interface));
    }
}

/// The widget that it happens in, of a page too.
const QWidget* placeOf(const QAccessibleEvent& event)
{
    if (const auto* widget = qobject_cast<const QWidget*>(event.object()))
        return widget;
    for (const QAccessibleInterface* part = event.accessibleInterface(); part; part = part->parent()) {
        if (const auto* widget = qobject_cast<const QWidget*>(part->object()))
            return widget;
    }
    return nullptr;
}

/// Decides what screen readers hear.
class Hearing
{
public:
    bool admits(const QAccessibleEvent& event)
    {
        const QAccessible::Event type = event.type();
        if (type == QAccessible::ObjectShow)
            catchUp();
        if (type == QAccessible::ObjectDestroyed)
            return true; // there is nothing left to read
        const QWidget* widget = placeOf(event);
        if (isSilent(widget))
            return false;
        const bool isPages = !qobject_cast<const QWidget*>(event.object());
        if (!widget || widget->isVisible() || (!isPages && type != QAccessible::Alert))
            return true;
        if (isPages && std::find(m_missed.begin(), m_missed.end(), widget) == m_missed.end())
            m_missed.emplace_back(widget);
        return false;
    }

private:
    // Screen readers keep what they have read until they hear of a change.
    void catchUp()
    {
        const auto isOver = [](const QPointer<const QWidget>& widget) {
            return !widget || widget->isVisible();
        };
        if (std::erase_if(m_missed, isOver) > 0)
            QMetaObject::invokeMethod(qApp, renewPages, Qt::QueuedConnection);
    }

    std::vector<QPointer<const QWidget>> m_missed; ///< whose pages have changed out of sight
};

QAccessible::UpdateHandler formerHandler = nullptr;

// An event carries the text that has changed, and the object that it comes from is known by it.
void tell(QAccessibleEvent* event)
{
    static Hearing hearing;
    if (!hearing.admits(*event))
        return;
    // Without a handler the event goes to the system, which nothing public but this does.
    QAccessible::installUpdateHandler(formerHandler);
    QAccessible::updateAccessibility(event);
    formerHandler = QAccessible::installUpdateHandler(tell);
}

} // namespace

void install()
{
    QAccessible::installFactory(silenceFor);
    formerHandler = QAccessible::installUpdateHandler(tell);
}

void hide(QWidget& root)
{
    root.setProperty(isHidden, true);
    renewInterfaces(root);
}

// The engine keeps its objects when it is told that no assistive technology listens, and makes new ones when
// it is told that one does again (6.4.2). Nothing else in this program asks to be told.
void renewPages()
{
    if (!QAccessible::isActive())
        return;
    QAccessible::setActive(false);
    QAccessible::setActive(true);
}

void show(QWidget& root)
{
    root.setProperty(isHidden, {});
    renewInterfaces(root);
}

} // namespace hekim::screenreader
