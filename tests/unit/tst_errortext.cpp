#include "core/errortext.h"

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
    void S1_neitherShowsANumberOrSecret();
};

namespace {

QList<ErrorKind> allKinds()
{
    QList<ErrorKind> kinds;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::ChannelUnsafe); ++kind)
        kinds += static_cast<ErrorKind>(kind);
    return kinds;
}

QList<InputFault> allFaults()
{
    QList<InputFault> faults;
    for (int fault = 0; fault <= static_cast<int>(InputFault::NotInThisVersion); ++fault)
        faults += static_cast<InputFault>(fault);
    return faults;
}

} // namespace

void TestErrorText::W1_everyKindHasItsOwnSentence()
{
    QSet<QString> sentences;
    QSet<QString> lines;
    for (const ErrorKind kind : allKinds()) {
        const Error error{kind, u"e-Rapor token"_s, {}, u"erapor.saglik.gov.tr"_s, 0, {}};
        // BadInput and BadSettings share their words: which value it is says it all.
        if (kind != ErrorKind::BadSettings)
            sentences.insert(sentenceFor(error));
        lines.insert(lineForIt(error));
    }
    QCOMPARE(sentences.size(), allKinds().size() - 1);
    QCOMPARE(lines.size(), allKinds().size());
    QVERIFY(!sentences.contains(QString()));
}

void TestErrorText::W1_everyFaultHasItsOwnSentence()
{
    QSet<QString> sentences;
    QSet<QString> lines;
    for (const InputFault fault : allFaults()) {
        const Error error{ErrorKind::BadInput, u"patient"_s, fault, {}, 0, {}};
        sentences.insert(sentenceFor(error));
        lines.insert(lineForIt(error));
    }
    QCOMPARE(sentences.size(), allFaults().size());
    QCOMPARE(lines.size(), allFaults().size());
}

void TestErrorText::W1_saysWhatToDo()
{
    QVERIFY(sentenceFor({ErrorKind::NameNotResolved, u"e-Rapor token"_s, {}, {}, 0, {}})
                .contains(u"network connection"_s));
    const QString tls =
        sentenceFor({ErrorKind::Tls, u"e-Rapor token"_s, {}, u"erapor.saglik.gov.tr"_s, 0, {}});
    QVERIFY(tls.contains(u"add the hospital's certificate to the operating system's store"_s)); // rule S4
    QVERIFY(tls.contains(u"erapor.saglik.gov.tr"_s));
}

void TestErrorText::W1_notPublishedNamesTheKeyThatSwitchesItOn()
{
    for (const auto& [step, key] : {std::pair{u"e-Rapor past reports"_s, u"endpoints/erapor"_s},
                                    {u"OGN token"_s, u"endpoints/ogn"_s},
                                    {u"teleradiology"_s, u"endpoints/teletip, endpoints/viewer"_s},
                                    {u"HES"_s, u"endpoints/hes"_s}}) {
        const Error error{ErrorKind::NotPublished, step, {}, {}, 0, key};
        QVERIFY(sentenceFor(error).contains(key));
        QVERIFY(sentenceFor(error).contains(u"administrator"_s));
        QVERIFY(lineForIt(error).contains(key));
    }
    // Where nobody knows the key, it is the administrator who does.
    QVERIFY(sentenceFor({ErrorKind::NotPublished, u"HES"_s, {}, {}, 0, {}}).contains(u"administrator"_s));
}

void TestErrorText::namesTheField()
{
    const Error error{ErrorKind::BadInput, u"patient"_s, InputFault::NotDigits, {}, 0, {}};
    QVERIFY(sentenceFor(error).startsWith(u"The patient's number (--patient)"_s));
    const Error unknown{ErrorKind::BadInput, u"pateint"_s, InputFault::UnknownField, {}, 0, {}};
    QVERIFY(sentenceFor(unknown).contains(u"pateint"_s));
}

void TestErrorText::hesCodeHasItsOwnLength()
{
    QVERIFY(
        sentenceFor({ErrorKind::BadInput, u"hes"_s, InputFault::WrongLength, {}, 0, {}}).contains(u"10"_s));
    QVERIFY(sentenceFor({ErrorKind::BadInput, u"patient"_s, InputFault::WrongLength, {}, 0, {}})
                .contains(u"11"_s));
}

void TestErrorText::settingsErrorsNameKeyAndLayer()
{
    const Error error{ErrorKind::BadSettings,  u"login/pin"_s, InputFault::OutOfRange, {}, 0,
                      u"policy: /etc/p.conf"_s};
    QVERIFY(sentenceFor(error).contains(u"login/pin"_s));
    QVERIFY(sentenceFor(error).contains(u"policy: /etc/p.conf"_s));
    const Error file{ErrorKind::BadSettings, u"/etc/x.conf"_s, InputFault::MalformedFile, {}, 0, {}};
    QVERIFY(sentenceFor(file).contains(u"/etc/x.conf"_s));
}

void TestErrorText::lineForItIsFixedEnglish()
{
    QCOMPARE(lineForIt({ErrorKind::ServerFailed, u"e-Rapor token"_s, {}, u"h.example"_s, 503, u"busy"_s}),
             u"ServerFailed step=\"e-Rapor token\" host=h.example http=503 detail=\"busy\""_s);
    QCOMPARE(lineForIt({ErrorKind::BadInput, u"patient"_s, InputFault::WrongChecksum, {}, 0, {}}),
             u"BadInput step=\"patient\" fault=WrongChecksum"_s);
}

void TestErrorText::S1_neitherShowsANumberOrSecret()
{
    for (const ErrorKind kind : allKinds()) {
        for (const InputFault fault : allFaults()) {
            const Error error{kind,  u"10000000146"_s,
                              fault, u"10000000146"_s,
                              0,     u"patient 10000000146\npassword=sEcr3t https://h/?x=sEcr3t"_s};
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
