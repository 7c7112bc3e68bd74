#include "core/launch/launchrequest.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestLaunchRequest : public QObject
{
    Q_OBJECT

private slots:
    void fieldsOfEveryKind();
    void landing_data();
    void landing();
    void refusesFields_data();
    void refusesFields();
    void checksumRefusesInLiveOnly();
    void json_data();
    void json();
    void refusesJson_data();
    void refusesJson();
    void url_data();
    void url();
    void S8_urlHoldsNothingButProposalFields_data();
    void S8_urlHoldsNothingButProposalFields();
    void S8_urlStaysAProposalOnTheWayToTheWindow();
    void travelsAsMessage();
    void refusesMessage();
    void errorsNeverEchoANumber();
};

namespace {

constexpr auto training = EnvironmentName::Training;

LaunchFields fieldsOf(const QString& text)
{
    LaunchFields fields;
    for (const QString& part : text.split(u'|', Qt::SkipEmptyParts))
        fields.append({part.section(u'=', 0, 0), part.section(u'=', 1)});
    return fields;
}

} // namespace

void TestLaunchRequest::fieldsOfEveryKind()
{
    const auto request = launchRequestFromFields(
        fieldsOf(u"patient=10000000146  |reason= 2|doctor=\t17291716060\r\n|accession=A-1|accession= B/2 "
                 u"|accession=A-1|"
                 "accession=\u00a0<Ö \"ş'&>\u00a0|hes=g1a2-b3c4-d5|page=create\n"_s),
        LaunchSource::Options, EnvironmentName::Live);
    QVERIFY(request);
    QCOMPARE(request->patient->digits(), u"10000000146"_s);
    QCOMPARE(request->reason, std::optional(Reason::OccupationalHealth));
    QCOMPARE(request->doctor->digits(), u"17291716060"_s);
    QCOMPARE(request->accessions, (QStringList{u"A-1"_s, u"B/2"_s, u"<Ö \"ş'&>"_s}));
    QCOMPARE(request->hes->text(), u"G1A2B3C4D5"_s);
    QCOMPARE(request->page, std::optional(LandingPage::Create));
    QCOMPARE(request->source, LaunchSource::Options);
    QVERIFY(!request->isEmpty());
    const auto nothing = launchRequestFromFields({}, LaunchSource::Url, training);
    QVERIFY(nothing && nothing->isEmpty());
    QCOMPARE(nothing->source, LaunchSource::Url);
}

void TestLaunchRequest::landing_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<LandingPage>("page");
    const auto all = u"patient=10000000146|accession=A|hes=G1A2B3C4D5"_s;
    QTest::newRow("nothing") << QString() << LandingPage::Mine;
    QTest::newRow("doctor") << u"doctor=17291716060"_s << LandingPage::Mine;
    QTest::newRow("patient") << u"patient=10000000146"_s << LandingPage::Create;
    QTest::newRow("accession") << u"patient=10000000146|accession=A"_s << LandingPage::Images;
    QTest::newRow("hes before accession") << all << LandingPage::Hes;
    QTest::newRow("page before all") << all + u"|page=history"_s << LandingPage::History;
    QTest::newRow("create without patient") << u"page=create"_s << LandingPage::Create;
    QTest::newRow("images of a patient") << u"patient=10000000146|page=images"_s << LandingPage::Images;
}

void TestLaunchRequest::landing()
{
    QFETCH(QString, fields);
    const auto request = launchRequestFromFields(fieldsOf(fields), LaunchSource::Options, training);
    QVERIFY(request);
    QTEST(request->landing(), "page");
}

void TestLaunchRequest::refusesFields_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("field");
    QTest::addColumn<InputFault>("fault");
    const auto row = [](const char* name, const QString& fields, const QString& field, InputFault fault) {
        QTest::newRow(name) << fields << field << fault;
    };
    row("empty number", u"patient="_s, u"patient"_s, InputFault::Empty);
    row("Turkish letters", u"patient=1000000ığş6"_s, u"patient"_s, InputFault::NotDigits);
    row("blank inside a number", u"patient=100000001 46"_s, u"patient"_s, InputFault::NotDigits);
    row("U+00A0 inside a number", u"patient=100000001\u00a046"_s, u"patient"_s, InputFault::NotDigits);
    row("digits of another script", u"patient=١٠٠٠٠٠٠٠١٤٦"_s, u"patient"_s, InputFault::NotDigits);
    row("number of blanks", u"patient= \t\u00a0"_s, u"patient"_s, InputFault::Empty);
    row("word inside blanks", u"page= Mine "_s, u"page"_s, InputFault::OutOfRange);
    row("doctor too short", u"doctor=1729171606"_s, u"doctor"_s, InputFault::WrongLength);
    row("leading zero", u"doctor=01729171606"_s, u"doctor"_s, InputFault::WrongStart);
    row("reason range", u"patient=10000000146|reason=4"_s, u"reason"_s, InputFault::OutOfRange);
    row("page word", u"page=Create"_s, u"page"_s, InputFault::OutOfRange);
    row("empty page", u"page="_s, u"page"_s, InputFault::Empty);
    row("hes", u"hes=ABC"_s, u"hes"_s, InputFault::WrongCodeLength);
    row("patient twice", u"patient=10000000146|patient=10000000146"_s, u"patient"_s, InputFault::GivenTwice);
    row("page twice", u"page=mine|page=mine"_s, u"page"_s, InputFault::GivenTwice);
    row("reason alone", u"reason=1"_s, u"reason"_s, InputFault::NeedsPatient);
    row("accession alone", u"accession=A"_s, u"accession"_s, InputFault::NeedsPatient);
    row("history alone", u"page=history"_s, u"page"_s, InputFault::NeedsPatient);
    row("images alone", u"page=images"_s, u"page"_s, InputFault::NeedsPatient);
    row("unknown", u"environment=live"_s, u"environment"_s, InputFault::UnknownField);
    row("case of the name", u"Patient=10000000146"_s, u"Patient"_s, InputFault::UnknownField);
    const auto patient = u"patient=10000000146|accession="_s;
    row("empty accession", patient, u"accession"_s, InputFault::Empty);
    row("blank accession", patient + u"   "_s, u"accession"_s, InputFault::Empty);
    row("accession with backslash", patient + u"a\\b"_s, u"accession"_s, InputFault::BadCharacters);
    row("accession with a turned direction", patient + u"1\u202e2"_s, u"accession"_s,
        InputFault::BadCharacters);
    row("accession with DEL", patient + u"a\x7f"_s + u"b"_s, u"accession"_s, InputFault::BadCharacters);
    row("accession with C1", patient + u"a\u0090b"_s, u"accession"_s, InputFault::BadCharacters);
    row("accession that was lost on the way", patient + u"\ufffdEKIM"_s, u"accession"_s,
        InputFault::BadCharacters);
    row("accession with a line separator", patient + u"a\u2028b"_s, u"accession"_s,
        InputFault::BadCharacters);
    row("accession with half a character", patient + u"a"_s + QChar(0xd800), u"accession"_s,
        InputFault::BadCharacters);
    row("accession with newline", patient + u"a\nb"_s, u"accession"_s, InputFault::BadCharacters);
    row("accession with NUL", patient + u"a"_s + QChar::Null + u"b"_s, u"accession"_s,
        InputFault::BadCharacters);
    row("long accession", patient + QString(65, u'A'), u"accession"_s, InputFault::TooLong);
    QString many = u"patient=10000000146"_s;
    for (int i = 0; i < 33; ++i)
        many += u"|accession=A%1"_s.arg(i);
    row("33 accessions", many, u"accession"_s, InputFault::TooLong);
}

void TestLaunchRequest::refusesFields()
{
    QFETCH(QString, fields);
    const auto request = launchRequestFromFields(fieldsOf(fields), LaunchSource::Options, training);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadInput);
    QTEST(request.error().subject, "field");
    QTEST(request.error().fault, "fault");
}

void TestLaunchRequest::checksumRefusesInLiveOnly()
{
    const LaunchFields fields{{u"patient"_s, u"11111111111"_s}};
    QVERIFY(launchRequestFromFields(fields, LaunchSource::Options, EnvironmentName::Test));
    const auto live = launchRequestFromFields(fields, LaunchSource::Options, EnvironmentName::Live);
    QVERIFY(!live);
    QCOMPARE(live.error().fault, InputFault::WrongChecksum);
}

void TestLaunchRequest::json_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("same");
    QTest::newRow("documented")
        << QByteArray(R"({"patient":"10000000146","reason":2,"doctor":"17291716060",)"
                      R"("accession":"A","hes":"G1A2B3C4D5","page":"create"})")
        << u"patient=10000000146|reason=2|doctor=17291716060|accession=A|hes=G1A2B3C4D5|page=create"_s;
    QTest::newRow("empty object") << QByteArray("{}") << QString();
    QTest::newRow("reason as text") << QByteArray(R"({"patient":"10000000146","reason":"3"})")
                                    << u"patient=10000000146|reason=3"_s;
    QTest::newRow("array") << QByteArray(R"({"patient":"10000000146","accession":["A","B"]})")
                           << u"patient=10000000146|accession=A|accession=B"_s;
    QTest::newRow("byte order mark, blanks")
        << QByteArray("\xef\xbb\xbf{ \"page\" : \"mine\" }\r\n") << u"page=mine"_s;
    QTest::newRow("padded columns")
        << QByteArray(R"({"patient":"10000000146    ","doctor":"\t17291716060\r\n","page":" create\u00a0",)"
                      R"("accession":["A  ","  B"],"hes":"G1A2B3C4D5 ","reason":" 2 "})")
        << u"patient=10000000146|doctor=17291716060|page=create|accession=A|accession=B|hes=G1A2B3C4D5|reason=2"_s;
    QTest::newRow("numbers without quotes")
        << QByteArray(R"({"patient":10000000146,"doctor":17291716060,"accession":[12345,9007199254740993]})")
        << u"patient=10000000146|doctor=17291716060|accession=12345|accession=9007199254740993"_s;
    QTest::newRow("null and empty are absent")
        << QByteArray(R"({"patient":"10000000146","reason":null,"doctor":"","accession":null,"hes":"   ",)"
                      R"("page":""})")
        << u"patient=10000000146"_s;
    QTest::newRow("null and empty in a list")
        << QByteArray(R"({"patient":"10000000146","accession":[null,"A",""]})")
        << u"patient=10000000146|accession=A"_s;
    QTest::newRow("an exponent inside text") << QByteArray(R"({"patient":"10000000146","accession":"1E+3"})")
                                             << u"patient=10000000146|accession=1E+3"_s;
    QTest::newRow("a reason with a fraction of nothing")
        << QByteArray(R"({"patient":"10000000146","reason":2.0})") << u"patient=10000000146|reason=2"_s;
    QTest::newRow("punctuation inside text")
        << QByteArray(R"({"patient":"10000000146","accession":"a:{b}:[c],d"})")
        << u"patient=10000000146|accession=a:{b}:[c],d"_s;
}

void TestLaunchRequest::json()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, same);
    const auto request = launchRequestFromJson(json, EnvironmentName::Live);
    QVERIFY(request);
    QCOMPARE(*request, launchRequestFromFields(fieldsOf(same), LaunchSource::Request, training).value());
}

void TestLaunchRequest::refusesJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::addColumn<InputFault>("fault");
    const auto row = [](const char* name, const QByteArray& json, const QString& field, InputFault fault) {
        QTest::newRow(name) << json << field << fault;
    };
    const auto request = u"request"_s;
    row("nothing", {}, request, InputFault::Empty);
    row("blanks", " \n ", request, InputFault::Empty);
    row("array", "[]", request, InputFault::NotJson);
    row("text", "\"patient\"", request, InputFault::NotJson);
    row("HTML", "<html></html>", request, InputFault::NotJson);
    row("cut", R"({"patient":"100)", request, InputFault::NotJson);
    row("two objects", "{}{}", request, InputFault::NotJson);
    row("binary", QByteArray::fromHex("00ff12fe8899"), request, InputFault::NotUtf8);
    row("NUL", QByteArray("{\0}", 3), request, InputFault::NotJson);
    row("Latin-5", "{\"accession\":\"\xfe\"}", request, InputFault::NotUtf8);
    row("oversize", "{" + QByteArray(5000, ' ') + "}", request, InputFault::TooLarge);
    row("patient twice", R"({"patient":"10000000146","patient":"10000008098"})", request,
        InputFault::GivenTwice);
    row("twice, once escaped", R"({"patient":"10000000146","\u0070atient":"10000008098"})", request,
        InputFault::GivenTwice);
    const auto oddPatient = [&row](const char* name, const QByteArray& number) {
        row(name, "{\"patient\":" + number + "}", u"patient"_s, InputFault::NotText);
    };
    oddPatient("number with a fraction", "10000000146.0");
    oddPatient("number with an exponent", "1.0000000146e10");
    oddPatient("number with a small exponent", "10000000146E0");
    row("fractions in two members", R"({"patient":10000000146.0,"reason":2.0})", u"patient"_s,
        InputFault::NotText);
    row("exponent alone", R"({"patient":"10000000146","accession":[1e3]})", u"accession"_s,
        InputFault::NotText);
    row("more digits than a number keeps",
        R"({"patient":"10000000146","accession":123456789012345678901234567890})", u"accession"_s,
        InputFault::NotText);
    row("number with a zero in front", R"({"patient":010000000146})", request, InputFault::NotJson);
    row("number too short", R"({"patient":1000000014})", u"patient"_s, InputFault::WrongLength);
    row("negative number", R"({"patient":-10000000146})", u"patient"_s, InputFault::NotDigits);
    row("unknown null", R"({"config":null})", u"config"_s, InputFault::UnknownField);
    row("absent patient, reason", R"({"patient":null,"reason":1})", u"reason"_s, InputFault::NeedsPatient);
    row("object", R"({"hes":{}})", u"hes"_s, InputFault::NotText);
    row("array for patient", R"({"patient":["10000000146"]})", u"patient"_s, InputFault::NotText);
    row("bool reason", R"({"patient":"10000000146","reason":true})", u"reason"_s, InputFault::NotText);
    row("half a reason", R"({"patient":"10000000146","reason":1.5})", u"reason"_s, InputFault::OutOfRange);
    row("negative reason", R"({"patient":"10000000146","reason":-1})", u"reason"_s, InputFault::OutOfRange);
    row("huge reason", R"({"patient":"10000000146","reason":1e300})", u"reason"_s, InputFault::OutOfRange);
    row("empty array", R"({"patient":"10000000146","accession":[]})", u"accession"_s, InputFault::Empty);
    row("object in array", R"({"patient":"10000000146","accession":["A",{}]})", u"accession"_s,
        InputFault::NotText);
    row("unknown", R"({"environment":"live"})", u"environment"_s, InputFault::UnknownField);
    row("unknown, no text", R"({"config":1})", u"config"_s, InputFault::UnknownField);
    row("source is ours", R"({"source":"options"})", u"source"_s, InputFault::UnknownField);
    row("Turkish letters", R"({"patient":"1000000ı146"})", u"patient"_s, InputFault::NotDigits);
}

void TestLaunchRequest::refusesJson()
{
    QFETCH(QByteArray, json);
    const auto request = launchRequestFromJson(json, training);
    QVERIFY(!request);
    QTEST(request.error().subject, "field");
    QTEST(request.error().fault, "fault");
}

void TestLaunchRequest::url_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("same");
    QTest::newRow("bare") << u"hekim-asistani://open"_s << QString();
    QTest::newRow("slash") << u"hekim-asistani://open/"_s << QString();
    QTest::newRow("patient") << u"hekim-asistani://open?patient=10000000146"_s << u"patient=10000000146"_s;
    QTest::newRow("all")
        << u"hekim-asistani://open/?patient=10000000146&reason=1&doctor=17291716060&accession=A&"
           "accession=B&hes=G1A2B3C4D5&page=history"_s
        << u"patient=10000000146|reason=1|doctor=17291716060|accession=A|accession=B|hes=G1A2B3C4D5|page=history"_s;
    QTest::newRow("encoded") << u"hekim-asistani://open?p%61tient=%310000000146&accession=a%2Fb%20c"_s
                             << u"patient=10000000146|accession=a/b c"_s;
    QTest::newRow("plus is a plus") << u"hekim-asistani://open?patient=10000000146&accession=a+b%26c"_s
                                    << u"patient=10000000146|accession=a+b&c"_s;
    QTest::newRow("padded") << u"hekim-asistani://open?patient=%20%C2%A010000000146%09%0D%0A&page=mine%20"_s
                            << u"patient=10000000146|page=mine"_s;
    QTest::newRow("accession in Turkish")
        << u"hekim-asistani://open?patient=10000000146&accession=%C3%87EK%C4%B0M%2F%C3%96-1"_s
        << u"patient=10000000146|accession=ÇEKİM/Ö-1"_s;
    QTest::newRow("Turkish İ in the code")
        << u"hekim-asistani://open?hes=%C4%B0123456789"_s << u"hes=I123456789"_s;
    QTest::newRow("& at the end") << u"hekim-asistani://open?patient=10000000146&"_s
                                  << u"patient=10000000146"_s;
    QTest::newRow("upper case") << u"HEKIM-ASISTANI://OPEN?page=mine"_s << u"page=mine"_s;
}

void TestLaunchRequest::url()
{
    QFETCH(QString, url);
    QFETCH(QString, same);
    const auto request = launchRequestFromUrl(url, EnvironmentName::Live);
    QVERIFY(request);
    QCOMPARE(*request, launchRequestFromFields(fieldsOf(same), LaunchSource::Url, training).value());
}

void TestLaunchRequest::S8_urlHoldsNothingButProposalFields_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<InputFault>("fault");
    const auto row = [](const QString& url, InputFault fault) {
        QTest::newRow(qPrintable(url.left(60))) << url << fault;
    };
    const auto open = u"hekim-asistani://open"_s;
    row(open + u"?environment=live"_s, InputFault::UnknownField);
    row(open + u"?config=/tmp/x"_s, InputFault::UnknownField);
    row(open + u"?request=-"_s, InputFault::UnknownField);
    row(open + u"?provision=x"_s, InputFault::UnknownField);
    row(open + u"?logout"_s, InputFault::UnknownField);
    row(open + u"?source=options"_s, InputFault::UnknownField);
    row(open + u"?patient=10000000146&patient=10000008098"_s, InputFault::GivenTwice);
    row(open + u"?patient=10000000146&p%61tient=10000008098"_s, InputFault::GivenTwice);
    row(open + u"?patient"_s, InputFault::Empty);
    row(open + u"?patient=%D9%A1%D9%A0000000014"_s, InputFault::NotDigits);
    row(open + u"?patient=10000000146%00"_s, InputFault::NotDigits);
    row(open + u"?patient=1%2B000000014"_s, InputFault::NotDigits);
    row(open + u"?patient=%ff0000000146"_s, InputFault::NotDigits);
    row(open + u"#"_s, InputFault::BadUrl);
    row(open + u"?page=mine#x"_s, InputFault::BadUrl);
    row(open + u":80"_s, InputFault::BadUrl);
    row(open + u":"_s, InputFault::BadUrl);
    row(open + u"/x"_s, InputFault::BadUrl);
    row(open + u"//"_s, InputFault::BadUrl);
    row(open + u".evil.example"_s, InputFault::BadUrl);
    row(open + u"?patient=%zz"_s, InputFault::BadUrl);
    row(open + u"?patient=10000000146 --environment live"_s, InputFault::BadUrl);
    row(open + u"?hes=İ123456789"_s, InputFault::BadUrl);
    row(open + u"?patient=1\n"_s, InputFault::BadUrl);
    row(u"hekim-asistani://user@open"_s, InputFault::BadUrl);
    row(u"hekim-asistani://@open"_s, InputFault::BadUrl);
    row(u"hekim-asistani://10000000146"_s, InputFault::BadUrl);
    row(u"hekim-asistani:open?page=mine"_s, InputFault::BadUrl);
    row(u"hekim-asistani:///open"_s, InputFault::BadUrl);
    row(u"hekim-asistani://"_s, InputFault::BadUrl);
    row(u"https://open?page=mine"_s, InputFault::BadUrl);
    row(QString(), InputFault::BadUrl);
    row(open + u"?accession="_s + QString(5000, u'a'), InputFault::TooLong);
}

void TestLaunchRequest::S8_urlHoldsNothingButProposalFields()
{
    QFETCH(QString, url);
    const auto request = launchRequestFromUrl(url, training);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadInput);
    QTEST(request.error().fault, "fault");
}

void TestLaunchRequest::S8_urlStaysAProposalOnTheWayToTheWindow()
{
    const auto request = launchRequestFromUrl(u"hekim-asistani://open?patient=10000000146"_s, training);
    QCOMPARE(launchRequestFromMessage(toJson(*request), training)->source, LaunchSource::Url);
}

void TestLaunchRequest::travelsAsMessage()
{
    for (const auto source : {LaunchSource::Options, LaunchSource::Request, LaunchSource::Url}) {
        for (const QString& fields :
             {QString(), u"patient=10000000146|reason=0|accession=A|accession=B|page=images"_s,
              u"doctor=17291716060|hes=G1A2B3C4D5|page=hes"_s,
              u"patient=10000000146|accession=Ç/ <b> \"1\""_s, u"page=mine"_s, u"page=create"_s}) {
            const auto request = launchRequestFromFields(fieldsOf(fields), source, training);
            QVERIFY(request);
            QCOMPARE(launchRequestFromMessage(toJson(*request), training), request);
        }
    }
}

void TestLaunchRequest::refusesMessage()
{
    QVERIFY(!launchRequestFromMessage({}, training)); // it does not say where it came from
    QVERIFY(!launchRequestFromMessage({{u"source"_s, 1}}, training));
    QVERIFY(!launchRequestFromMessage({{u"source"_s, u"Options"_s}}, training));
    QVERIFY(!launchRequestFromMessage({{u"source"_s, u"url"_s}, {u"patient"_s, u"1"_s}}, training));
    QVERIFY(!launchRequestFromMessage({{u"source"_s, u"url"_s}, {u"extra"_s, u"1"_s}}, training));
    QVERIFY(!launchRequestFromMessage({{u"source"_s, u"url"_s}, {u"patient"_s, u"11111111111"_s}},
                                      EnvironmentName::Live));
}

void TestLaunchRequest::errorsNeverEchoANumber()
{
    for (const QString& url :
         {u"hekim-asistani://open?10000000146=1"_s, u"hekim-asistani://10000000146"_s,
          u"hekim-asistani://open?page=10000000146"_s, u"hekim-asistani://open?hes=10000000146"_s}) {
        const auto request = launchRequestFromUrl(url, training);
        QVERIFY(!request);
        QVERIFY(!request.error().subject.contains(u"10000000146"_s));
        QVERIFY(!request.error().detail.contains(u"10000000146"_s));
    }
}

QTEST_GUILESS_MAIN(TestLaunchRequest)
#include "tst_launchrequest.moc"
