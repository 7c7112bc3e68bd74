// Qt's variables as programs, scripts and old settings leave them: what a person may want stays, what no
// person can see goes.

#include "platform/process/displayvariables.h"

#include <QTest>

using namespace hekim;

class TestDisplayVariables : public QObject
{
    Q_OBJECT

private slots:
    void sizes_data();
    void sizes();
    void platforms_data();
    void platforms();
};

void TestDisplayVariables::sizes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("canBeSeen");
    const auto row = [](const QByteArray& name, const QByteArray& value, bool canBeSeen) {
        QTest::addRow("%s=%s", name.constData(), value.constData()) << name << value << canBeSeen;
    };
    for (const char* usual : {"1", "1.5", "2", "0.5", "4"})
        row("QT_SCALE_FACTOR", usual, true);
    for (const char* useless : {"0", "0.0", "-1", "0.001", "1000", "nan", "inf", "1,5", "auto", ""})
        row("QT_SCALE_FACTOR", useless, false);
    for (const char* usual : {"1;2", "DP-1=1.5;HDMI-1=2", "2", ";2", "DP-1=2;"})
        row("QT_SCREEN_SCALE_FACTORS", usual, true);
    for (const char* useless : {"0;2", "DP-1=0", "x", "DP-1=", "1;-1"})
        row("QT_SCREEN_SCALE_FACTORS", useless, false);
    for (const char* usual : {"96", "120", "192"})
        row("QT_FONT_DPI", usual, true);
    for (const char* useless : {"0", "-96", "1", "100000", "x", ""})
        row("QT_FONT_DPI", useless, false);
    row("QT_STYLE_OVERRIDE", "fusion", true);
}

void TestDisplayVariables::sizes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(canBeSeen(name, value), "canBeSeen");
}

void TestDisplayVariables::platforms_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<bool>("hasX");
    QTest::addColumn<bool>("hasWayland");
    QTest::addColumn<QByteArray>("used");
    const auto row = [](const QByteArray& wanted, bool hasX, bool hasWayland, const QByteArray& used) {
        QTest::addRow("%s%s%s", wanted.constData(), hasX ? " X" : "", hasWayland ? " Wayland" : "")
            << wanted << hasX << hasWayland << used;
    };
    row("", true, false, "");
    row("", true, true, ""); // Qt knows which of the two
    row("", false, true, "wayland");
    row("", false, false, "");
    row("offscreen", true, false, "");
    row("minimal", true, true, "");
    row("offscreen", false, true, "wayland");
    row("offscreen", false, false, "");
    row("nonsense", true, false, "");
    row("xcb", true, false, "xcb");
    row("xcb:arguments", true, false, "xcb:arguments;xcb");
    row("xcb", false, true, "xcb;wayland");
    row("wayland", true, true, "wayland;xcb");
    row("wayland;xcb", true, true, "wayland;xcb");
    row("offscreen;xcb", true, false, "xcb");
    row("linuxfb:fb=/dev/fb0", false, false, "linuxfb:fb=/dev/fb0");
}

void TestDisplayVariables::platforms()
{
    QFETCH(QByteArray, wanted);
    QFETCH(bool, hasX);
    QFETCH(bool, hasWayland);
    QTEST(visiblePlatforms(wanted, hasX, hasWayland), "used");
}

QTEST_APPLESS_MAIN(TestDisplayVariables)
#include "tst_displayvariables.moc"
