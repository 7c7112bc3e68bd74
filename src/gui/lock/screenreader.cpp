#include "gui/lock/screenreader.h"

#include <QAccessible>
#include <QAccessibleObject>
#include <QVariant>
#include <QWidget>

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

QAccessibleInterface* silenceFor(const QString&, QObject* object)
{
    if (!object || !object->isWidgetType())
        return nullptr;
    for (const QObject* part = object; part; part = part->parent()) {
        if (part->property(isHidden).toBool())
            return new Silence(object);
    }
    return nullptr;
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

} // namespace

void install()
{
    QAccessible::installFactory(silenceFor);
}

void hide(QWidget& root)
{
    root.setProperty(isHidden, true);
    renewInterfaces(root);
}

void show(QWidget& root)
{
    root.setProperty(isHidden, {});
    renewInterfaces(root);
}

} // namespace hekim::screenreader
