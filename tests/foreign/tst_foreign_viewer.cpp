#include "foreign/foreignmain.h"
#include "foreign/orthanc.h"
#include "foreign/served.h"
#include "support/places.h"
#include "support/waiting.h"

#include <QDir>
#include <QScreen>
#include <QStandardPaths>
#include <QWheelEvent>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto viewer = QStringLiteral(HEKIM_FOREIGN) + u"/ohif/dist"_s;

/// The viewer's settings: images from its own origin, and no question before the first one.
const QByteArray viewerSettings = R"(window.config = {
  name: 'deneme', routerBasename: null, extensions: [], modes: [], showStudyList: false,
  maxNumberOfWebWorkers: 2, investigationalUseDialog: { option: 'never' }, defaultDataSourceName: 'dicomweb',
  dataSources: [{
    namespace: '@ohif/extension-default.dataSourcesModule.dicomweb', sourceName: 'dicomweb',
    configuration: {
      friendlyName: 'Orthanc', name: 'orthanc', wadoUriRoot: '/dicom-web', qidoRoot: '/dicom-web',
      wadoRoot: '/dicom-web', qidoSupportsIncludeField: true, imageRendering: 'wadors',
      thumbnailRendering: 'wadors', enableStudyLazyLoad: true, supportsFuzzyMatching: true,
      supportsWildcard: true, omitQuotationForMultipartRequest: true,
    },
  }],
};)";

/// How many pixels of a picture are bright, of a thousand.
int bright(const QImage& picture)
{
    qint64 count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += qGray(picture.pixel(x, y)) > 100 ? 1 : 0;
    }
    return picture.isNull() ? 0 : int(count * 1000 / (qint64(picture.width()) * picture.height()));
}

} // namespace

/// A medical viewer that is not ours (OHIF) with a study from a server that is not ours (Orthanc), in the
/// pane behind all gates: WebGL, WebAssembly and workers.
class TestForeignViewer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsScrollsAndMeasures();

private:
    [[nodiscard]] QRect viewport() const;
    [[nodiscard]] QImage shown() const; ///< the viewport as it is on the screen
    void scroll(int steps);
    [[nodiscard]] QString overlay() const;

    HttpServer m_server;
    Orthanc m_orthanc;
    std::unique_ptr<Pane> m_pane;
    QString m_study;
};

void TestForeignViewer::initTestCase()
{
    if (!QFileInfo::exists(viewer + u"/index.html"_s))
        QSKIP("the viewer OHIF is not here: ./dev foreign fetches it");
    if (const QString missing = Orthanc::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    if (QStandardPaths::findExecutable(u"dcmcjpls"_s).isEmpty())
        QSKIP("dcmcjpls is not installed (package dcmtk)");

    QTemporaryDir folder;
    QProcess maker;
    maker.start(u"/usr/bin/python3"_s,
                {QStringLiteral(HEKIM_SOURCE "/tests/foreign/makeseries.py"), folder.path()});
    QVERIFY(maker.waitForFinished(120000));
    if (const QByteArray error = maker.readAllStandardError(); error.contains("ModuleNotFoundError"))
        QSKIP("pydicom or numpy is not installed (packages python3-pydicom, python3-numpy)");
    else
        QVERIFY2(maker.exitCode() == 0, error.constData());
    m_study = QString::fromLatin1(maker.readAllStandardOutput().trimmed());
    QVERIFY2(m_orthanc.start(), qPrintable(m_orthanc.errors()));
    const QFileInfoList slices = QDir(folder.path()).entryInfoList({u"*.dcm"_s});
    QCOMPARE(slices.size(), 24);
    for (const QFileInfo& slice : slices)
        QVERIFY2(m_orthanc.store(slice.filePath()), qPrintable(slice.fileName()));

    m_server.setFallback([this, files = filesOf(viewer)](const HttpServerRequest& request) {
        return request.path.startsWith("/dicom-web/") ? m_orthanc.answer(request) : files(request);
    });
    HttpServerReply settings = HttpServerReply::text(viewerSettings);
    settings.contentType = "text/javascript";
    m_server.route("/app-config.js", settings);
}

QRect TestForeignViewer::viewport() const
{
    const QVariantList box =
        m_pane
            ->evaluate(
                u"(() => { const e = document.querySelector('canvas.cornerstone-canvas'); if (!e) return [];"
                " const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })()"_s)
            .toList();
    return box.size() == 4 ? QRect(box[0].toInt(), box[1].toInt(), box[2].toInt(), box[3].toInt()) : QRect();
}

QImage TestForeignViewer::shown() const
{
    const QRect box = viewport();
    const QPoint corner = m_pane->view()->mapToGlobal(box.topLeft());
    return m_pane->window.screen()
        ->grabWindow(0, corner.x(), corner.y(), box.width(), box.height())
        .toImage();
}

void TestForeignViewer::scroll(int steps)
{
    const QPoint middle = viewport().center();
    QWheelEvent wheel(middle, m_pane->inner()->mapToGlobal(middle), {}, {0, -120 * steps}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_pane->inner(), &wheel);
}

QString TestForeignViewer::overlay() const
{
    return m_pane
        ->evaluate(u"Array.from(document.querySelectorAll('[data-cy^=viewport-overlay]'))"
                   ".map(e => e.innerText).join(' | ')"_s)
        .toString();
}

void TestForeignViewer::showsScrollsAndMeasures()
{
    m_pane = std::make_unique<Pane>();
    m_pane->window.setGeometry(0, 0, 1280, 720);
    QUrl url = m_server.url(u"/viewer"_s);
    url.setQuery(u"StudyInstanceUIDs="_s + m_study);
    m_pane->openAndWait(rulesFor(m_server.url()), url);
    QVERIFY(until([&] { return m_pane->loaded.count() + m_pane->failed.count() > 0; }, 180s)); // it is large
    QVERIFY2(!m_pane->loaded.isEmpty(), qPrintable(m_pane->lastError().about()));

    // The first slice: a small bright disc on black.
    QVERIFY(until([&] { return viewport().width() > 300; }, 90s));
    QVERIFY(until([&] { return bright(shown()) > 5; }, 90s));
    const int first = bright(shown());
    QVERIFY2(first < 300, qPrintable(QString::number(first)));
    QVERIFY2(overlay().contains(u"24"_s), qPrintable(overlay()));

    // Each further slice has a larger one.
    int before = first;
    for (int slice = 0; slice < 4; ++slice) {
        scroll(1);
        QVERIFY(until([&] { return bright(shown()) > before + 2; }, 30s));
        before = bright(shown());
    }

    // At the first visit the viewer shows itself around, in steps that follow the user; "Skip all" ends that.
    const QString tour = u"Array.from(document.querySelectorAll('.shepherd-element button'))"
                         ".find(e => e.offsetWidth > 0)"_s;
    QVERIFY(until([&] { return m_pane->evaluate(tour + u" !== undefined"_s).toBool(); }, 30s));
    m_pane->evaluate(tour + u".id = 'skip'"_s);
    QVERIFY(m_pane->click(u"#skip"_s));
    QVERIFY(until([&] { return m_pane->evaluate(tour + u" === undefined"_s).toBool(); }, 20s));

    // A length of a third of the picture, drawn with the mouse.
    QVERIFY(
        until([&] { return m_pane->click(u"[data-cy=\"MeasurementTools-split-button-primary\"]"_s); }, 20s));
    const QRect box = viewport();
    const int side = std::min(box.width(), box.height());
    const QPoint from = box.center() - QPoint(side / 6, 0);
    const QPoint to = box.center() + QPoint(side / 6, 0);
    QTest::mouseMove(m_pane->inner(), from);
    QTest::mousePress(m_pane->inner(), Qt::LeftButton, {}, from, 50);
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(m_pane->inner(), from + (to - from) * step / 10, 20);
    QTest::mouseRelease(m_pane->inner(), Qt::LeftButton, {}, to, 50);
    const auto measured = [this] {
        return m_pane
            ->evaluate(u"Array.from(document.querySelectorAll('svg.svg-layer text'))"
                       ".map(e => e.textContent).join(' ')"_s)
            .toString();
    };
    QVERIFY2(until([&] { return measured().contains(u"mm"_s); }, 30s), qPrintable(measured()));
    const double millimetres = measured().section(u" mm"_s, 0, 0).section(u' ', -1).toDouble();
    QVERIFY2(std::abs(millimetres - 256.0 / 3) < 5, qPrintable(measured()));

    // The slices came compressed, and a program of the viewer's in WebAssembly unpacked them.
    const QList<HttpServerRequest> requests = m_server.requests();
    QVERIFY(std::ranges::any_of(
        requests, [](const HttpServerRequest& request) { return request.path.endsWith(".wasm"); }));
}

int main(int argc, char** argv)
{
    return runForeignTest<TestForeignViewer>(argc, argv);
}

#include "tst_foreign_viewer.moc"
