#include "core/error/errortext.h"
#include "support/places.h"

#include <QFile>
#include <QMetaEnum>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void W1_everyKindHasItsOwnSentence();
    void W1_everyFaultHasItsOwnSentence();
    void W1_saysWhatToDo();
    void W1_notPublishedNamesTheKeyThatSwitchesItOn();
    void namesTheField();
    void hesCodeHasItsOwnLength();
    void settingsErrorsNameKeyAndLayer();
    void lineForItIsFixedEnglish();
    void lineForItNamesTheStepOrWhatIsWrong();
    void eachStepHasANameOfItsOwn();
    void aLineOfAnotherProgramIsReadBack();
    void W1_theReferenceHoldsEveryCode_data();
    void W1_theReferenceHoldsEveryCode();
    void S1_neitherShowsANumberOrSecret();
};

namespace {

template <class Enum>
QList<Enum> all()
{
    QList<Enum> values;
    const auto names = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < names.keyCount(); ++i)
        values += static_cast<Enum>(names.value(i));
    return values;
}

} // namespace

void TestErrorText::W1_everyKindHasItsOwnSentence()
{
    QSet<QString> sentences;
    QSet<QString> lines;
    for (const ErrorKind kind : all<ErrorKind>()) {
        const Error error{.kind = kind, .step = Step::EraporToken, .host = u"erapor.saglik.gov.tr"_s};
        // BadInput and BadSettings share their words: which value it is says it all.
        if (kind != ErrorKind::BadSettings)
            sentences.insert(sentenceFor(error));
        lines.insert(lineForIt(error));
        QVERIFY2(lineForIt(error).front().isLetter(), "the kind has no word");
    }
    QCOMPARE(sentences.size(), all<ErrorKind>().size() - 1);
    QCOMPARE(lines.size(), all<ErrorKind>().size());
    QVERIFY(!sentences.contains(QString()));
}

void TestErrorText::W1_everyFaultHasItsOwnSentence()
{
    QSet<QString> sentences;
    QSet<QString> lines;
    for (const InputFault fault : all<InputFault>()) {
        const Error error{.kind = ErrorKind::BadInput, .subject = u"patient"_s, .fault = fault};
        sentences.insert(sentenceFor(error));
        lines.insert(lineForIt(error));
    }
    QCOMPARE(sentences.size(), all<InputFault>().size());
    QCOMPARE(lines.size(), all<InputFault>().size());
}

void TestErrorText::W1_saysWhatToDo()
{
    QVERIFY(sentenceFor({.kind = ErrorKind::NameNotResolved, .step = Step::EraporToken})
                .contains(u"network connection"_s));
    const QString tls =
        sentenceFor({.kind = ErrorKind::Tls, .step = Step::EraporToken, .host = u"erapor.saglik.gov.tr"_s});
    QVERIFY(tls.contains(u"add the hospital's certificate to the operating system's store"_s)); // rule S4
    QVERIFY(tls.contains(u"erapor.saglik.gov.tr"_s));
}

void TestErrorText::W1_notPublishedNamesTheKeyThatSwitchesItOn()
{
    for (const auto& [step, key] : {std::pair{Step::PastReports, u"endpoints/erapor"_s},
                                    {Step::OgnToken, u"endpoints/ogn"_s},
                                    {Step::PostOtac, u"endpoints/teletip, endpoints/viewer"_s},
                                    {Step::Hes, u"endpoints/hes"_s}}) {
        const Error error{.kind = ErrorKind::NotPublished, .step = step, .detail = key};
        QVERIFY(sentenceFor(error).contains(key));
        QVERIFY(sentenceFor(error).contains(u"administrator"_s));
        QVERIFY(lineForIt(error).contains(key));
    }
    // Where the doctor does not know the key, the administrator does.
    QVERIFY(sentenceFor({.kind = ErrorKind::NotPublished, .step = Step::Hes}).contains(u"administrator"_s));
}

void TestErrorText::namesTheField()
{
    const Error error = badInput(u"patient"_s, InputFault::NotDigits).value();
    QVERIFY(sentenceFor(error).startsWith(u"The patient's number (--patient)"_s));
    const Error unknown = badInput(u"pateint"_s, InputFault::UnknownField).value();
    QVERIFY(sentenceFor(unknown).contains(u"pateint"_s));
}

void TestErrorText::hesCodeHasItsOwnLength()
{
    QVERIFY(sentenceFor(badInput(u"hes"_s, InputFault::WrongCodeLength).value())
                .contains(u"exactly 10 letters"_s));
    QVERIFY(sentenceFor(badInput(u"patient"_s, InputFault::WrongLength).value())
                .contains(u"exactly 11 digits"_s));
}

void TestErrorText::settingsErrorsNameKeyAndLayer()
{
    const Error error = badSettings(u"login/pin"_s, InputFault::OutOfRange, u"policy: /etc/p.conf"_s).value();
    QVERIFY(sentenceFor(error).contains(u"login/pin"_s));
    QVERIFY(sentenceFor(error).contains(u"policy: /etc/p.conf"_s));
    const Error file = badSettings(u"/etc/x.conf"_s, InputFault::MalformedFile).value();
    QVERIFY(sentenceFor(file).contains(u"/etc/x.conf"_s));
}

void TestErrorText::lineForItIsFixedEnglish()
{
    QCOMPARE(lineForIt({.kind = ErrorKind::ServerFailed,
                        .step = Step::EraporToken,
                        .host = u"h.example"_s,
                        .httpStatus = 503,
                        .detail = u"busy"_s}),
             u"ServerFailed step=\"e-Rapor token\" host=h.example http=503 detail=\"busy\""_s);
    QCOMPARE(lineForIt(badInput(u"patient"_s, InputFault::WrongChecksum).value()),
             u"BadInput step=\"patient\" fault=WrongChecksum"_s);
}

void TestErrorText::lineForItNamesTheStepOrWhatIsWrong()
{
    Error error{.kind = ErrorKind::NotConfigured, .step = Step::Hes};
    QCOMPARE(lineForIt(error), u"NotConfigured step=\"HES\""_s);
    error.subject = u"hesPassword"_s;
    QCOMPARE(lineForIt(error), u"NotConfigured step=\"hesPassword\""_s);
    QVERIFY(sentenceFor(error).contains(u"user name and password for the HES service"_s));
}

void TestErrorText::eachStepHasANameOfItsOwn()
{
    constexpr int last = static_cast<int>(Step::OpenFiles);
    QSet<QString> names;
    for (int step = 0; step <= last; ++step)
        names.insert(stepName(static_cast<Step>(step)));
    QCOMPARE(names.size(), last + 1);
    QCOMPARE(stepName(Step::None), QString());
    QCOMPARE(stepName(Step::PostOtac), u"teleradiology postOTAC"_s);
    QCOMPARE(serviceOf(Step::PostOtac), StepService::Teleradiology);
    QCOMPARE(serviceOf(Step::EraporLogin), StepService::Erapor);
    QCOMPARE(serviceOf(Step::PageRefused), StepService::Ministry);
}

void TestErrorText::aLineOfAnotherProgramIsReadBack()
{
    const Error error{.kind = ErrorKind::NoDisplay, .step = Step::Display, .detail = u"not \"here\""_s};
    const auto read = errorFromLine(lineForIt(error));
    QVERIFY(read);
    QCOMPARE(*read, (Error{.kind = error.kind, .detail = error.detail}));
    QVERIFY(!errorFromLine(u"NoSuchKind detail=\"x\""_s) && !errorFromLine({}));
}

void TestErrorText::W1_theReferenceHoldsEveryCode_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("code");
    for (const ErrorKind kind : all<ErrorKind>()) {
        // Its words are those of the fault.
        if (kind != ErrorKind::BadInput && kind != ErrorKind::BadSettings)
            QTest::newRow(qPrintable(lineForIt({.kind = kind})))
                << Error{.kind = kind, .host = kind == ErrorKind::ForeignAddress ? u"its host"_s : QString()}
                << lineForIt({.kind = kind});
    }
    for (const InputFault fault : all<InputFault>()) {
        const QString code = lineForIt(badInput({}, fault).value()).section(u' ', 1);
        if (fault != InputFault::None)
            QTest::newRow(qPrintable(code)) << badInput({}, fault).value() << code;
    }
}

/// The rows of docs/clinic-it.md: a code, and what the physician reads.
void TestErrorText::W1_theReferenceHoldsEveryCode()
{
    QFETCH(Error, error);
    QFETCH(QString, code);
    QFile file(QStringLiteral(HEKIM_SOURCE "/docs/clinic-it.md"));
    QVERIFY(file.open(QFile::ReadOnly));
    const QString row = u"| `%1` | %2 |\n"_s.arg(code, sentenceFor(error));
    QVERIFY2(QString::fromUtf8(file.readAll()).count(row) == 1, qPrintable(row));
}

void TestErrorText::S1_neitherShowsANumberOrSecret()
{
    for (const ErrorKind kind : all<ErrorKind>()) {
        for (const InputFault fault : all<InputFault>()) {
            const Error error{.kind = kind,
                              .subject = u"10000000146"_s,
                              .fault = fault,
                              .host = u"10000000146"_s,
                              .detail = u"patient 10000000146\npassword=sEcr3t https://h/?x=sEcr3t"_s};
            for (const QString& text : {sentenceFor(error), lineForIt(error)}) {
                QVERIFY2(!text.contains(u"10000000146"_s), qPrintable(text));
                QVERIFY2(!text.contains(u"sEcr3t"_s), qPrintable(text));
                QVERIFY2(!text.contains(u'\n'), qPrintable(text));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
