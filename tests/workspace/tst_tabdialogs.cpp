#include "workspace/tabs/tabdialogs.h"

#include <QColorDialog>
#include <QFileDialog>
#include <QPointer>
#include <QTabWidget>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

QDialog* dialogOf(const QString& kind, QWidget* parent)
{
    QDialog* dialog = nullptr;
    if (kind == "colour"_L1)
        dialog = new QColorDialog(parent); // as the engine makes it for a page
    else if (kind == "file"_L1)
        dialog = new QFileDialog(parent);
    else
        dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

/// Two patients, each with a dialog's owner deep inside.
struct Tabs : QTabWidget
{
    Tabs() : first(new QWidget), second(new QWidget), pane(new QWidget(first))
    {
        addTab(first, u"A"_s);
        addTab(second, u"B"_s);
        new TabDialogs(*first);
        new TabDialogs(*second);
        show();
    }

    QWidget* first;
    QWidget* second;
    QWidget* pane;
};

/// Whether a user could have seen it at any time.
class Sight : public QObject
{
public:
    explicit Sight(QWidget& widget) : m_widget(widget) { widget.installEventFilter(this); }

    [[nodiscard]] bool wasSeen() const { return m_seen; }

    bool eventFilter(QObject*, QEvent*) override
    {
        const QWindow* window = m_widget.windowHandle();
        m_seen = m_seen || (window && window->isVisible());
        return false;
    }

private:
    QWidget& m_widget;
    bool m_seen = false;
};

} // namespace

/// No patient's dialog stands over another patient's tab (rule P1).
class TestTabDialogs : public QObject
{
    Q_OBJECT

private slots:
    void P1_aDialogGoesAndComesWithItsTab_data() { kinds(); }
    void P1_aDialogGoesAndComesWithItsTab();
    void P1_aDialogThatComesLateWaitsForItsTab_data() { kinds(); }
    void P1_aDialogThatComesLateWaitsForItsTab();
    void anAnswerOutOfSightIsTheEnd();
    void ofAWindowOfTheTabToo();

private:
    static void kinds();
};

void TestTabDialogs::kinds()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"plain", "file", "colour"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestTabDialogs::P1_aDialogGoesAndComesWithItsTab()
{
    QFETCH(QString, kind);
    Tabs tabs;
    QVERIFY(QTest::qWaitForWindowActive(&tabs));
    const QPointer<QDialog> dialog = dialogOf(kind, tabs.pane);
    dialog->open();
    QTRY_VERIFY(dialog->isVisible());
    for (int times = 0; times < 2; ++times) {
        tabs.setCurrentWidget(tabs.second);
        QVERIFY(!dialog->isVisible()); // at once
        QVERIFY(!QGuiApplication::modalWindow());
        tabs.setCurrentWidget(tabs.first);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(QGuiApplication::modalWindow(), dialog->windowHandle());
    }
    dialog->reject();
    QTRY_VERIFY(!dialog);
}

void TestTabDialogs::P1_aDialogThatComesLateWaitsForItsTab()
{
    QFETCH(QString, kind);
    Tabs tabs;
    QVERIFY(QTest::qWaitForWindowActive(&tabs));
    tabs.setCurrentWidget(tabs.second);
    const QPointer<QDialog> dialog = dialogOf(kind, tabs.pane);
    const Sight sight(*dialog);
    dialog->open();
    QTRY_VERIFY(!dialog->isVisible());
    QVERIFY(!QGuiApplication::modalWindow());
    QVERIFY(!sight.wasSeen());
    tabs.setCurrentWidget(tabs.first);
    QTRY_VERIFY(dialog->isVisible() && dialog->windowHandle()->isVisible());
    QCOMPARE(QGuiApplication::modalWindow(), dialog->windowHandle());
    dialog->reject();
    QTRY_VERIFY(!dialog);
}

void TestTabDialogs::anAnswerOutOfSightIsTheEnd()
{
    Tabs tabs;
    QDialog dialog(tabs.pane);
    dialog.open();
    tabs.setCurrentWidget(tabs.second);
    dialog.reject(); // what asked has gone
    tabs.setCurrentWidget(tabs.first);
    QCoreApplication::processEvents();
    QVERIFY(!dialog.isVisible());
}

void TestTabDialogs::ofAWindowOfTheTabToo()
{
    Tabs tabs;
    QWidget window(tabs.pane, Qt::Window);
    window.show();
    QDialog question(&window);
    question.open();
    tabs.setCurrentWidget(tabs.second);
    QVERIFY(!question.isVisible());
    QVERIFY(window.isVisible()); // it follows by itself
    tabs.setCurrentWidget(tabs.first);
    QVERIFY(question.isVisible());
}

QTEST_MAIN(TestTabDialogs)
#include "tst_tabdialogs.moc"
