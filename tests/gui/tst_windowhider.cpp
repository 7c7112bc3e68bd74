#include "gui/lock/windowhider.h"

#include <QColorDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QStackedWidget>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

QDialog* dialogOf(const QString& kind, QWidget* parent)
{
    if (kind == "colour"_L1)
        return new QColorDialog(parent); // as the engine makes it for a page
    if (kind == "file"_L1)
        return new QFileDialog(parent);
    return new QDialog(parent);
}

} // namespace

/// What comes while the session is locked (rules P6, W2).
class TestWindowHider : public QObject
{
    Q_OBJECT

private slots:
    void P6_W2_aDialogThatWaitsHoldsUpNothing_data();
    void P6_W2_aDialogThatWaitsHoldsUpNothing();
};

void TestWindowHider::P6_W2_aDialogThatWaitsHoldsUpNothing_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"plain", "file", "colour"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestWindowHider::P6_W2_aDialogThatWaitsHoldsUpNothing()
{
    QFETCH(QString, kind);
    QStackedWidget window;
    auto* work = new QWidget;
    auto* lock = new QWidget;
    auto* pin = new QLineEdit(lock);
    window.addWidget(work);
    window.addWidget(lock);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    WindowHider hider(window, *lock);
    window.setCurrentWidget(lock);
    hider.hideAll();
    pin->setFocus();

    const QPointer<QDialog> dialog = dialogOf(kind, work);
    dialog->open();
    QTRY_VERIFY(!dialog->isVisible());
    QVERIFY(!QGuiApplication::modalWindow());
    for (const char key : {'4', '8', '2'}) // through the window, as a modal one would stop them
        QTest::keyClick(window.windowHandle(), key);
    QCOMPARE(pin->text(), u"482"_s);

    window.setCurrentWidget(work);
    hider.showAgain();
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(QGuiApplication::modalWindow(), dialog->windowHandle());
    dialog->reject();
    QVERIFY(!QGuiApplication::modalWindow());
}

QTEST_MAIN(TestWindowHider)
#include "tst_windowhider.moc"
