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
/// What was handed out of pages until now can be read no more, as soon as each page has answered: they get
/// new objects, of which no screen reader hears before their page is shown. Costs each page a look through
/// all that is in it.
void renewPages();
void show(QWidget& root);

} // namespace hekim::screenreader
