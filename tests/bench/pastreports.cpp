// How long the window is busy at a time while 5,000 past reports are loaded, filtered, sorted and scrolled:
// the real view with a real server. Figures, not a test: prints the longest time between two turns of the
// event loop for each.
#include "services/erapor/doctorsession.h"
#include "services/erapor/pastreportsclient.h"
#include "services/secrets/credentialstore.h"
#include "services/testsettings.h"
#include "support/httpserver.h"
#include "widgets/theme.h"
#include "workspace/reports/pastreportsmodel.h"
#include "workspace/reports/pastreportstableview.h"
#include "workspace/reports/pastreportsview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

constexpr double limit = 50; // ms (rule W2)
constexpr int reports = 5000;

QByteArray manyReports()
{
    const QStringList doctors{u"Dr. Elif Karaçay"_s, u"Dr. Şule Özdağlı"_s, u"Dr. İlker Yağmurlu"_s};
    QJsonArray list;
    for (int i = 0; i < reports; ++i)
        list.append(QJsonObject{
            {u"raporNo"_s, QString::number(100000 + i * 7 % reports)},
            {u"raporReferansNo"_s, u"EGT-%1"_s.arg(i * 2654435761U, 0, 16)},
            {u"tarih"_s,
             QDateTime(QDate(2004, 1, 1), QTime(8, 0)).addSecs(i * 86400LL).toString(Qt::ISODate)},
            {u"verilisNedeni"_s, i % 4},
            {u"hekimAdi"_s, doctors.at(i % doctors.size())},
            {u"kurum"_s, u"Eğitim Hastanesi %1"_s.arg(i % 40)},
            {u"gorevi"_s, u"Depo görevlisi"_s},
            {u"hastaAdi"_s, u"Hüseyin Işıklı"_s},
            {u"imzali"_s, i % 3 != 0},
            {u"karar"_s, u"Periyodik muayenesi yapıldı; %1 kg üzerinde yük kaldırmamalıdır."_s.arg(i % 50)}});
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

/// The longest time that one piece of work held the event loop, its painting included.
class Frames
{
public:
    template <class Work>
    void measure(const char* what, int times, Work work)
    {
        QList<double> frames;
        for (int i = 0; i < times; ++i) {
            QElapsedTimer timer;
            timer.start();
            work(i);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            frames.append(double(timer.nsecsElapsed()) / 1e6);
        }
        tell(what, frames);
    }

    void tell(const char* what, QList<double> frames)
    {
        std::ranges::sort(frames);
        const double longest = frames.constLast();
        m_held = m_held && longest <= limit;
        std::printf("%-34s %4lld times  median %6.2f ms  longest %6.2f ms%s\n", what,
                    static_cast<long long>(frames.size()), frames.at(frames.size() / 2), longest,
                    longest <= limit ? "" : "  ABOVE 50 ms");
        std::fflush(stdout);
    }

    [[nodiscard]] bool held() const { return m_held; }

private:
    bool m_held = true;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
    Q_INIT_RESOURCE(icons);
    theme::apply(application);

    HttpServer server;
    server.route("/AuthApi/connect/token",
                 HttpServerReply::json("{\"access_token\":\"bench\",\"expires_in\":3600}"));
    server.route("/externalapi/api/Hbys/HastaninDurumBildirirRaporlari",
                 HttpServerReply::json(manyReports()));
    TestSettings files;
    files.setUser(TestSettings::site(server.url()));
    const Settings settings = files.load();
    HttpClient http;
    Keychain keychain;
    CredentialStore credentials(keychain);
    credentials.keepInMemory(SecretName::UssPassword, ownerOf(SecretName::UssPassword, settings), u"x"_s);
    DoctorSession session(http, credentials);
    session.setSettings(settings);
    session.logIn(*IdentityNumber::parse(u"10000000146", u"doctor"_s), &session, [](const auto&) {});
    if (!QTest::qWaitFor([&] { return session.state() == DoctorSession::State::LoggedIn; }, 10'000))
        return 1;
    const PastReportsClient client(http, session);

    PastReportsView view(client, server.url(), *IdentityNumber::parse(u"10000008098", u"patient"_s));
    view.resize(1280, 600);
    view.show();
    auto* table = view.findChild<PastReportsTableView*>();
    auto* filter = view.findChild<QLineEdit*>();
    auto* model = view.findChild<PastReportsModel*>();

    Frames frames;
    QList<double> turns;
    while (model->total() < reports && turns.size() < 1'000'000) {
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::processEvents();
        turns.append(double(timer.nsecsElapsed()) / 1e6);
        QTest::qSleep(1);
    }
    frames.tell("load, turns of the event loop", turns);

    const QString typed = u"elif karaçay 4"_s;
    frames.measure("filter, a key", 2 * static_cast<int>(typed.size()), [&](int i) {
        filter->setFocus();
        QKeyEvent press(QEvent::KeyPress, i < typed.size() ? 0 : Qt::Key_Backspace, Qt::NoModifier,
                        i < typed.size() ? typed.mid(i, 1) : QString());
        QCoreApplication::sendEvent(filter, &press);
    });
    frames.measure("sort, a click on a heading", 2 * model->columnCount(), [&](int i) {
        table->sortByColumn(i / 2, i % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    frames.measure("sort with all rows selected", model->columnCount(), [&](int i) {
        table->selectAll();
        table->sortByColumn(i, Qt::AscendingOrder);
    });
    QScrollBar* bar = table->verticalScrollBar();
    frames.measure("scroll, a page", 200, [&](int i) { bar->setValue(bar->maximum() * i / 200); });
    frames.measure("scroll, three rows", 200, [&](int i) { bar->setValue(i * 3); });
    return frames.held() ? 0 : 1;
}
