#include "widgets/theme.h"

#include "widgets/plaintext.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QSvgRenderer>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace hekim::theme {

using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)}); // by value, not by reference
    return (light + 0.05) / (dark + 0.05);
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

/// High-contrast themes are chosen by people who need them: pure black and white is left as it is.
bool isHighContrast(const QPalette& palette)
{
    constexpr double nearlyPureBlackOnWhite = 20.0;
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) >=
           nearlyPureBlackOnWhite;
}

/// The window's colours; every pair that carries text keeps AA contrast.
struct Colours
{
    QRgb window, text, base, alternate, placeholder, button, line, accent, onAccent, toolTip, toolTipText,
        disabled;
};

constexpr Colours light{0xF4F6F7, 0x18242B, 0xFFFFFF, 0xEDF1F3, 0x5B6B74, 0xFFFFFF,
                        0xC3CDD2, 0x0B6580, 0xFFFFFF, 0x18242B, 0xFFFFFF, 0x6C7A82};
constexpr Colours dark{0x172026, 0xE6EDF0, 0x1F2A31, 0x26333B, 0x9DADB5, 0x26333B,
                       0x45555E, 0x6FC7E0, 0x0B1A20, 0xE6EDF0, 0x18242B, 0x8B9AA2};

QPalette paletteOf(const Colours& colours)
{
    QPalette palette{QColor(colours.window)};
    const std::initializer_list<std::pair<QPalette::ColorRole, QRgb>> roles{
        {QPalette::Window, colours.window},
        {QPalette::WindowText, colours.text},
        {QPalette::Base, colours.base},
        {QPalette::AlternateBase, colours.alternate},
        {QPalette::Text, colours.text},
        {QPalette::PlaceholderText, colours.placeholder},
        {QPalette::Button, colours.button},
        {QPalette::ButtonText, colours.text},
        {QPalette::Mid, colours.line},
        {QPalette::Highlight, colours.accent},
        {QPalette::HighlightedText, colours.onAccent},
        {QPalette::Link, colours.accent},
        {QPalette::ToolTipBase, colours.toolTip},
        {QPalette::ToolTipText, colours.toolTipText},
    };
    for (const auto& [role, colour] : roles)
        palette.setColor(role, QColor(colour));
    for (const auto role : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
        palette.setColor(QPalette::Disabled, role, QColor(colours.disabled));
    return palette;
}

/// What the palette cannot say: shapes and spacing. Colours come from the palette, so that every scheme is
/// followed.
constexpr char16_t styleSheet[] = uR"(
QPushButton, QToolButton[framed="true"] {
    border: 1px solid palette(mid); border-radius: 4px; padding: 4px 12px; min-height: 20px;
    background: palette(button); color: palette(button-text);
}
QPushButton:hover, QToolButton[framed="true"]:hover { background: palette(alternate-base); }
QPushButton:default { background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight); }
QPushButton:disabled { background: palette(alternate-base); color: palette(placeholder-text); border-color: palette(mid); }
QPushButton:focus, QToolButton:focus { border: 2px solid palette(link); padding: 3px 11px; }
QPushButton:default:focus { border: 2px solid palette(window-text); }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px 8px; }
QToolButton:hover { background: palette(alternate-base); }
QToolButton:focus { padding: 3px 7px; }
QToolButton#view { border-radius: 0; border-bottom: 3px solid transparent; padding: 4px 8px 2px 8px; }
QToolButton#view:checked { border-bottom: 3px solid palette(link); background: palette(window); }
QToolButton#view:focus { border-bottom: 3px solid palette(window-text); }
QToolButton::menu-indicator { image: none; }
QLineEdit { border: 1px solid palette(mid); border-radius: 4px; padding: 4px 8px; min-height: 20px;
    background: palette(base); color: palette(text); }
QLineEdit:focus { border: 2px solid palette(link); padding: 3px 7px; }
QComboBox { border: 1px solid palette(mid); border-radius: 4px; padding: 4px 8px; min-height: 20px;
    background: palette(base); color: palette(text); }
QComboBox:focus { border: 2px solid palette(link); padding: 3px 7px; }
QComboBox:disabled { background: palette(alternate-base); color: palette(placeholder-text); }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/choose-on-%1.svg); width: 16px; height: 16px; }
QRadioButton::indicator, QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid palette(text);
    background: palette(base); }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid palette(link); }
QCheckBox::indicator:checked { border-color: palette(link); background: palette(link); image: url(:/icons/tick-on-%1.svg); }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: palette(mid); background: palette(alternate-base); }
QTreeView::item, QListView::item, QTableView::item { padding: 3px 4px; }
QFrame#card { background: palette(base); border: 1px solid palette(mid); border-radius: 8px; }
QFrame#patientBanner { background: palette(base); border-bottom: 1px solid palette(mid); }
QFrame#findBar { background: palette(base); border-top: 1px solid palette(mid); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTabWidget::pane { border: 0; }
QTabBar::tab { padding: 6px 12px; border: 0; border-bottom: 3px solid transparent; background: palette(window); }
QTabBar::tab:selected { border-bottom: 3px solid palette(link); background: palette(base); }
QTabBar::tab:hover { background: palette(alternate-base); }
QTabBar::tab:focus { border-bottom: 3px solid palette(window-text); }
QStatusBar { border-top: 1px solid palette(mid); }
QStatusBar::item { border: 0; }
QProgressBar#pageProgress { border: 0; background: transparent; max-height: 3px; min-height: 3px; }
QProgressBar#pageProgress::chunk { background: palette(link); }
)";

/// Draws an SVG of ours in the colour the palette has at the time of painting.
class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(QString file) : m_file(std::move(file)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->drawPixmap(rect, tinted(rect.size() * painter->device()->devicePixelRatio(), mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return tinted(size, mode); }
    QIconEngine* clone() const override { return new LineIconEngine(m_file); }

private:
    [[nodiscard]] QPixmap tinted(const QSize& size, QIcon::Mode mode) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(m_file).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        painter.fillRect(pixmap.rect(), QGuiApplication::palette().color(group, role));
        return pixmap;
    }

    QString m_file;
};

/// Fusion with text as text, and our own button for clearing a field. Fusion looks for its icon in all
/// folders of the desktop's icon themes: where it is missing, nearly four thousand files are asked for at
/// each field.
class FusionWithOurIcons : public QProxyStyle
{
public:
    FusionWithOurIcons() : QProxyStyle(u"Fusion"_s), m_clear(icon(u"close"_s)) {}

    QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override
    {
        return which == SP_LineEditClearButton ? m_clear : QProxyStyle::standardIcon(which, option, widget);
    }

    void polish(QWidget* widget) override
    {
        QProxyStyle::polish(widget);
        keepPlain(*widget);
    }
    using QProxyStyle::polish;

private:
    QIcon m_clear;
};

} // namespace

void setTextSize(QWidget& widget, TextSize size)
{
    constexpr double small = 0.92;
    constexpr double large = 1.45;
    QFont font = QApplication::font();
    if (size == TextSize::Small)
        font.setPointSizeF(font.pointSizeF() * small);
    if (size == TextSize::Large) {
        font.setPointSizeF(font.pointSizeF() * large);
        font.setWeight(QFont::DemiBold);
    }
    widget.setFont(font);
}

StateColours coloursOf(State state)
{
    const bool onDark = isDark(QGuiApplication::palette());
    switch (state) {
    case State::Info:
        return onDark ? StateColours{QColor(0x14394A), QColor(0xD8EEF6)}
                      : StateColours{QColor(0xE1F0F6), QColor(0x0B4558)};
    case State::Ok:
        return onDark ? StateColours{QColor(0x163D2A), QColor(0xD6F2E2)}
                      : StateColours{QColor(0xE0F3E8), QColor(0x14532F)};
    case State::Warning:
        return onDark ? StateColours{QColor(0x4A3A10), QColor(0xFCEFC9)}
                      : StateColours{QColor(0xFDF1D0), QColor(0x5A4300)};
    case State::Error:
        return onDark ? StateColours{QColor(0x521F22), QColor(0xFBDFE0)}
                      : StateColours{QColor(0xFBE4E4), QColor(0x7A1219)};
    }
    return {};
}

void wear(QWidget& widget, State state)
{
    const StateColours colours = coloursOf(state);
    QPalette palette = widget.palette();
    palette.setColor(QPalette::Window, colours.background);
    palette.setColor(QPalette::WindowText, colours.text);
    widget.setPalette(palette);
}

QIcon iconOf(State state)
{
    switch (state) {
    case State::Info:
        return icon(u"info"_s);
    case State::Ok:
        return icon(u"ok"_s);
    case State::Warning:
        return icon(u"warning"_s);
    case State::Error:
        return icon(u"error"_s);
    }
    return {};
}

QIcon icon(const QString& name)
{
    return QIcon(new LineIconEngine(u":/icons/%1.svg"_s.arg(name)));
}

void apply(QApplication& application)
{
    QApplication::setStyle(new FusionWithOurIcons);
    const QPalette chosen = QGuiApplication::palette();
    if (isHighContrast(chosen))
        QApplication::setPalette(chosen);
    else
        QApplication::setPalette(paletteOf(isDark(chosen) ? dark : light));
    // A style sheet draws pictures as they are: one for each palette.
    const QString ground = isDark(QGuiApplication::palette()) ? u"dark"_s : u"light"_s;
    application.setStyleSheet(QString::fromUtf16(styleSheet).arg(ground));
}

} // namespace hekim::theme
