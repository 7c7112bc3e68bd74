#include "browser/downloads/download.h"
#include "foreign/foreignmain.h"
#include "foreign/jupyter.h"
#include "support/waiting.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QTimer>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What the notebook makes the browser do: a worker runs a program in WebAssembly (40 + 2), its answer is
/// drawn on a canvas as a green square.
const auto program = uR"(from IPython.display import HTML
HTML('''<p id="answer">waiting</p><canvas id="picture" width="60" height="60" style="vertical-align: top"></canvas>
<script>
const code = `onmessage = async () => {
  const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,7,1,96,2,127,127,1,127,3,2,1,0,7,7,1,3,97,100,100,0,0,
    10,9,1,7,0,32,0,32,1,106,11]);
  const built = await WebAssembly.instantiate(bytes);
  postMessage(built.instance.exports.add(40, 2));
};`;
const worker = new Worker(URL.createObjectURL(new Blob([code])));
worker.onmessage = event => {
  document.getElementById('answer').textContent = 'worker ' + event.data;
  const pen = document.getElementById('picture').getContext('2d');
  pen.fillStyle = '#00c000';
  pen.fillRect(0, 0, 60, 60);
};
worker.postMessage(0);
</script>'''))"_s;

QByteArray notebook()
{
    const auto cell = [](const QString& source) {
        return QJsonObject{{u"cell_type"_s, u"code"_s},
                           {u"execution_count"_s, QJsonValue()},
                           {u"metadata"_s, QJsonObject()},
                           {u"outputs"_s, QJsonArray()},
                           {u"source"_s, source}};
    };
    const QJsonObject kernel{
        {u"name"_s, u"python3"_s}, {u"display_name"_s, u"Python 3"_s}, {u"language"_s, u"python"_s}};
    return QJsonDocument(
               QJsonObject{{u"cells"_s, QJsonArray{cell(u"print('kernel', 6 * 7)"_s), cell(program)}},
                           {u"metadata"_s, QJsonObject{{u"kernelspec"_s, kernel}}},
                           {u"nbformat"_s, 4},
                           {u"nbformat_minor"_s, 2}})
        .toJson();
}

void makePdf(const QString& path)
{
    QPdfWriter writer(path);
    QPainter painter(&writer);
    painter.fillRect(QRect(0, 0, writer.width(), writer.height()), QColor(200, 0, 0));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// An ordinary modern web application that is not ours (Jupyter Notebook), in the pane behind all gates: it
/// shows a document, takes a file, works with its server over a WebSocket, uses a worker, WebAssembly and a
/// canvas, and gives a file back.
class TestForeignNotebook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void works();

private:
    [[nodiscard]] bool has(const QString& selector) const;
    [[nodiscard]] bool onScreen(const QColor& color) const;

    Jupyter m_jupyter;
    std::unique_ptr<Pane> m_pane;
};

void TestForeignNotebook::initTestCase()
{
    if (const QString missing = Jupyter::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_jupyter.start(), qPrintable(m_jupyter.errors()));
}

bool TestForeignNotebook::has(const QString& selector) const
{
    return m_pane->evaluate(u"document.querySelector('%1') !== null"_s.arg(selector)).toBool();
}

/// A patch of this color is seen in the page's window.
bool TestForeignNotebook::onScreen(const QColor& color) const
{
    const QRect box(m_pane->view()->mapToGlobal(QPoint()), m_pane->view()->size());
    const QImage picture =
        m_pane->window.screen()->grabWindow(0, box.x(), box.y(), box.width(), box.height()).toImage();
    // Every fifth point: looking at all of them would leave the engine no turn of the event loop.
    constexpr int step = 5;
    int count = 0;
    for (int y = 0; y < picture.height(); y += step) {
        for (int x = 0; x < picture.width(); x += step) {
            const QColor seen = picture.pixelColor(x, y);
            if (std::abs(seen.red() - color.red()) + std::abs(seen.green() - color.green()) +
                    std::abs(seen.blue() - color.blue()) <
                12)
                ++count;
        }
    }
    return count > 1000 / (step * step);
}

void TestForeignNotebook::works()
{
    QTemporaryDir folder;
    const QString given = folder.filePath(u"hesap.ipynb"_s);
    QFile file(given);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(notebook());
    file.close();
    makePdf(m_jupyter.filePath(u"rapor.pdf"_s));

    m_pane = std::make_unique<Pane>();
    m_pane->window.setGeometry(0, 0, 1200, 700);
    QSignalSpy offered(m_pane->page.get(), &IsolatedPage::downloadOffered);
    const NavigationRules rules = rulesFor(m_jupyter.url({}));
    QUrl url = m_jupyter.url(u"/tree"_s);
    url.setQuery(u"token=deneme"_s);
    m_pane->openAndWait(rules, url);
    QVERIFY(until([&] { return m_pane->loaded.count() + m_pane->failed.count() > 0; }, 90s));
    QVERIFY2(!m_pane->loaded.isEmpty(), qPrintable(m_pane->lastError().about()));
    QVERIFY(until([&] { return has(u"a[href$=\"rapor.pdf\"]"_s); }, 60s));

    // PDF: a document that a script has fetched is shown in a frame.
    m_pane->evaluate(u"fetch('/files/rapor.pdf').then(reply => reply.blob()).then(document_ => {"
                     "const frame = document.createElement('iframe');"
                     "frame.id = 'report';"
                     "frame.style = 'position: fixed; left: 0; top: 0; width: 600px; height: 500px';"
                     "frame.src = URL.createObjectURL(document_);"
                     "document.body.appendChild(frame); })"_s);
    QVERIFY(until([&] { return onScreen(QColor(200, 0, 0)); }, 60s));
    m_pane->evaluate(u"document.getElementById('report').remove()"_s);
    QVERIFY(until([&] { return !onScreen(QColor(200, 0, 0)); }, 30s));

    // File input: the notebook goes up.
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const auto opened = connect(&m_pane->dialogs, &PageDialogs::opened, this, [&] {
        QTimer::singleShot(0, this, [&] {
            if (auto* chooser = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
                chooser->setDirectory(folder.path());
                chooser->selectFile(given);
                static_cast<QDialog*>(chooser)->accept();
            }
        });
    });
    QVERIFY(m_pane->click(u"#upload_span_input"_s));
    QVERIFY(until([&] { return has(u".upload_button"_s); }, 60s));
    QVERIFY(m_pane->click(u".upload_button"_s));
    QVERIFY(until([&] { return has(u"a[href$=\"hesap.ipynb\"]"_s); }, 60s));
    disconnect(opened);
    const auto cells = [](const QByteArray& json) {
        return QJsonDocument::fromJson(json).object().value(u"cells"_s).toArray();
    };
    QCOMPARE(cells(contentOf(m_jupyter.filePath(u"hesap.ipynb"_s))).size(), 2);

    // It opens in a window of its own; its kernel answers over a WebSocket.
    QVERIFY(m_pane->click(u"a[href$=\"hesap.ipynb\"]"_s));
    QVERIFY(until([&] { return !m_pane->windowOpened.isEmpty(); }, 60s));
    QVERIFY(m_pane->turnToChild());
    m_pane->view()->window()->setGeometry(0, 0, 1200, 700);
    QVERIFY(until([&] { return has(u".kernel_idle_icon"_s); }, 90s));
    QVERIFY(m_pane->click(u".code_cell .CodeMirror"_s));
    QTest::keyClick(m_pane->inner(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY2(until([&] { return m_pane->text().contains(u"kernel 42"_s); }, 60s), qPrintable(m_pane->text()));
    QTest::keyClick(m_pane->inner(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY2(until([&] { return m_pane->text().contains(u"worker 42"_s); }, 60s), qPrintable(m_pane->text()));
    m_pane->evaluate(u"document.getElementById('answer').scrollIntoView()"_s);
    QVERIFY(until([&] { return onScreen(QColor(0, 0xc0, 0)); }, 30s));
    QTest::keyClick(m_pane->inner(), Qt::Key_S, Qt::ControlModifier);
    const QString server = m_jupyter.filePath(u"hesap.ipynb"_s);
    QVERIFY(until([&] { return contentOf(server).contains("kernel 42"); }, 60s));

    // Download: the list gives a file back.
    m_pane->turnBack();
    // The list draws itself anew now and then, without what was marked in it.
    QVERIFY(until(
        [&] {
            m_pane->evaluate(u"document.querySelector('a[href$=\"rapor.pdf\"]').closest('.list_item')"
                             ".querySelector('input').id = 'mark'"_s);
            return m_pane->click(u"#mark"_s);
        },
        30s));
    const QString button = u"document.querySelector('.download-button').offsetWidth > 0"_s;
    QVERIFY(until([&] { return m_pane->evaluate(button).toBool(); }, 30s));
    QVERIFY(m_pane->click(u".download-button"_s));
    QVERIFY(until([&] { return !offered.isEmpty(); }, 60s));
    auto* download = offered.first().at(0).value<Download*>();
    QCOMPARE(download->offer().name, u"rapor.pdf"_s);
    QSignalSpy saved(download, &Download::saved);
    const QString back = folder.filePath(u"geri.pdf"_s);
    download->save(back);
    QVERIFY(until([&] { return !saved.isEmpty(); }, 60s));
    QVERIFY(contentOf(back).startsWith("%PDF"));
    QCOMPARE(contentOf(back), contentOf(m_jupyter.filePath(u"rapor.pdf"_s)));
}

int main(int argc, char** argv)
{
    return runForeignTest<TestForeignNotebook>(argc, argv);
}

#include "tst_foreign_notebook.moc"
