"""places.py against sources as they are written, and as they may come to be written."""

import tempfile
import unittest
from pathlib import Path

from places import Sources, Unusable

SOURCE = """
#define OPEN {
namespace clinic {
namespace {
template <class Value>
class Box
{
    Value take() { return value; }
};
constexpr int most = 30'000, mark = '{'; // { nor here
const QString script = uR"JS(if (a) { say("}") })JS"_s;
}

class Tab : public QWidget
{
    Q_DECLARE_TR_FUNCTIONS(Tab)
    void show() { open(); }

public:
    [[nodiscard]] bool isOpen() const { return m_open; }
    void close();
    class Part;

private:
    std::array<bool, 2> m_open{true, false};
};

struct Tab::Part
{
    void go() { step(); }
};

Tab::Tab(QWidget* parent) : QWidget(parent), m_name{"{"}, m_mark('{')
{
    connect(this, &Tab::closed, [this] { close(); });
}

void Tab::close()
{
    if (isOpen() && // first
        mayClose())
        emit closed();
}

int size(int of) { return of; }
int size(const Tab& of) { return of.count(); }
}
"""
OTHER = "int size() { return 0; }\nint main()\n{\n    return size();\n}\n"


class Places(unittest.TestCase):
    def setUp(self):
        top = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (top / "src/gui").mkdir(parents=True)
        (top / "src/gui/tab.cpp").write_text(SOURCE)
        (top / "src/main.cpp").write_text(OTHER)
        (top / "src/about.html").write_text("<p>about</p>")
        self.sources = Sources(top)

    def found(self, place, text):
        file, start, end = self.sources.find(place, text)
        return file.name, file.read_text()[start:end]

    def assertUnusable(self, place, text, why):
        with self.assertRaisesRegex(Unusable, why):
            self.sources.find(place, text)

    def test_each_kind_of_thing_is_found(self):
        for place, text in (("Box::take", "return value"), ("Tab::show", "open()"), ("most", "30'000"), ("script", 'say("}")'), ("Tab", "QWidget"),
                            ("Tab::isOpen", "m_open"), ("Tab::m_open", "true"), ("Tab::Part::go", "step()"),
                            ("Tab::Tab", "close()"), ("size in gui/tab.cpp", "of.count()"), ("main", "size()")):
            self.assertEqual(self.found(place, text), ("main.cpp" if place == "main" else "tab.cpp", text))
        self.assertEqual(self.found("about.html", "about</p>"), ("about.html", "about</p>"))

    def test_a_text_is_found_however_its_lines_are_broken(self):
        self.assertEqual(self.found("Tab::close", "mayClose()) emit closed();")[1], "mayClose())\n        emit closed();")

    def test_a_word_is_no_part_of_a_longer_one(self):
        self.assertEqual(self.found("Tab::close", "close")[1], "close")  # beside mayClose and closed
        self.assertUnusable("Tab::close", "Close", "found 0 times")

    def test_what_is_not_there_once_is_told(self):
        self.assertUnusable("Tab::open", "x", "found in 0 files")
        self.assertUnusable("Tab::Part", "go(int)", "found 0 times")
        self.assertUnusable("close", "emit", "found in 0 files")  # a function of a class is called with it
        self.assertUnusable("size", "return 0", "found in 2 files")
        self.assertUnusable("size in gui/tab.cpp", "return of", "found 2 times")  # in two overloads


unittest.main()
