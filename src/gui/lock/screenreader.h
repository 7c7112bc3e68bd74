#pragma once

class QWidget;

/// Hides widgets from assistive technology (rule P6). A hidden widget can still be read: its name stands in
/// the accessibility tree, and a screen reader may hold on to it. Hidden here it says nothing, and neither
/// does anything in it, made before or after.
namespace hekim::screenreader {

/// Before the first widget is shown.
void install();
/// `root` and all in it fall silent; its windows too, as long as they belong to it.
void hide(QWidget& root);
void show(QWidget& root);

} // namespace hekim::screenreader
