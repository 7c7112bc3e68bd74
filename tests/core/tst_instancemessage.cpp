#include "core/launch/instancemessage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestInstanceMessage : public QObject
{
    Q_OBJECT

private slots:
    void arrivesAsSent();
    void replyArrivesAsSent();
    void refuses_data();
    void refuses();
    void refusesReplies();
    void badActivationTokenIsNotSent();
    void framesByteByByte();
    void twoFramesInOnePiece();
    void oversizeFrameIsRefusedAtItsAnnouncement();
};

namespace {

constexpr auto training = EnvironmentName::Training;

QByteArray jsonOf(const QByteArray& frame)
{
    FrameReader reader;
    reader.append(frame);
    return reader.next().value().value();
}

InstanceMessage sample()
{
    InstanceMessage message;
    message.request =
        launchRequestFromFields(
            {{u"patient"_s, u"10000000146"_s}, {u"reason"_s, u"2"_s}, {u"accession"_s, u"A 1"_s}},
            LaunchSource::Request, training)
            .value();
    message.environment = training;
    message.settingsFile = u"/tmp/Ayarlar İĞÜŞ/settings.ini"_s;
    message.activationToken = "token-1_TIME2345";
    return message;
}

} // namespace

void TestInstanceMessage::arrivesAsSent()
{
    const InstanceMessage sent = sample();
    const auto decoded = decodeMessage(jsonOf(encode(sent)), training);
    QVERIFY(decoded.message);
    QCOMPARE(decoded.message->command, InstanceMessage::Command::Open);
    QCOMPARE(decoded.message->request, sent.request);
    QCOMPARE(decoded.message->environment, sent.environment);
    QCOMPARE(decoded.message->settingsFile, sent.settingsFile);
    QCOMPARE(decoded.message->activationToken, sent.activationToken);

    const auto logout =
        decodeMessage(jsonOf(encode(InstanceMessage{InstanceMessage::Command::LogOut, {}, {}, {}, {}})),
                      EnvironmentName::Live);
    QVERIFY(logout.message);
    QCOMPARE(logout.message->command, InstanceMessage::Command::LogOut);
    QVERIFY(!logout.message->environment);
}

void TestInstanceMessage::replyArrivesAsSent()
{
    using Outcome = InstanceReply::Outcome;
    for (const auto outcome : {Outcome::Accepted, Outcome::WrongEnvironment, Outcome::Malformed,
                               Outcome::UnknownVersion, Outcome::Busy}) {
        const auto reply = decodeReply(jsonOf(encode(InstanceReply{outcome, u"açıklama"_s})));
        QVERIFY(reply);
        QCOMPARE(reply->outcome, outcome);
        QCOMPARE(reply->detail, u"açıklama"_s);
    }
}

void TestInstanceMessage::refuses_data()
{
    using Outcome = InstanceReply::Outcome;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<InstanceReply::Outcome>("outcome");
    const QJsonObject good = QJsonDocument::fromJson(jsonOf(encode(sample()))).object();
    const auto changed = [&](const QString& member, const QJsonValue& value) {
        QJsonObject object = good;
        object.insert(member, value);
        return QJsonDocument(object).toJson();
    };
    const auto without = [&](const QString& member) {
        QJsonObject object = good;
        object.remove(member);
        return QJsonDocument(object).toJson();
    };
    const auto request = [&](const QString& member, const QJsonValue& value) {
        QJsonObject object = good.value(u"request"_s).toObject();
        object.insert(member, value);
        return changed(u"request"_s, object);
    };
    QTest::newRow("empty") << QByteArray() << Outcome::Malformed;
    QTest::newRow("binary") << QByteArray::fromHex("00ff8800") << Outcome::Malformed;
    QTest::newRow("array") << QByteArray("[]") << Outcome::Malformed;
    QTest::newRow("empty object") << QByteArray("{}") << Outcome::Malformed;
    QTest::newRow("deep nesting") << QByteArray(60'000, '[') << Outcome::Malformed;
    QTest::newRow("oversize") << "{" + QByteArray(70'000, ' ') + "}" << Outcome::Malformed;
    QTest::newRow("other version") << changed(u"version"_s, 2) << Outcome::UnknownVersion;
    QTest::newRow("broken version") << changed(u"version"_s, 1.5) << Outcome::UnknownVersion;
    QTest::newRow("version as text") << changed(u"version"_s, u"1"_s) << Outcome::Malformed;
    QTest::newRow("no version") << without(u"version"_s) << Outcome::Malformed;
    QTest::newRow("command") << changed(u"command"_s, u"quit"_s) << Outcome::Malformed;
    QTest::newRow("no command") << without(u"command"_s) << Outcome::Malformed;
    QTest::newRow("other environment") << changed(u"environment"_s, u"live"_s) << Outcome::WrongEnvironment;
    QTest::newRow("unknown environment") << changed(u"environment"_s, u"prod"_s) << Outcome::Malformed;
    QTest::newRow("empty environment") << changed(u"environment"_s, QString()) << Outcome::Malformed;
    QTest::newRow("environment as number") << changed(u"environment"_s, 1) << Outcome::Malformed;
    QTest::newRow("file as number") << changed(u"settingsFile"_s, 1) << Outcome::Malformed;
    QTest::newRow("file with NUL") << changed(u"settingsFile"_s, u"/a"_s + QChar::Null) << Outcome::Malformed;
    QTest::newRow("long file") << changed(u"settingsFile"_s, QString(5000, u'a')) << Outcome::Malformed;
    QTest::newRow("long token") << changed(u"activationToken"_s, QString(513, u'a')) << Outcome::Malformed;
    QTest::newRow("token with newline") << changed(u"activationToken"_s, u"a\nb"_s) << Outcome::Malformed;
    QTest::newRow("token in Turkish") << changed(u"activationToken"_s, u"ş"_s) << Outcome::Malformed;
    QTest::newRow("token as array") << changed(u"activationToken"_s, QJsonArray()) << Outcome::Malformed;
    QTest::newRow("unknown member") << changed(u"secret"_s, u"x"_s) << Outcome::Malformed;
    QTest::newRow("no request") << without(u"request"_s) << Outcome::Malformed;
    QTest::newRow("request as text") << changed(u"request"_s, u"{}"_s) << Outcome::Malformed;
    QTest::newRow("bad number") << request(u"patient"_s, u"1234"_s) << Outcome::Malformed;
    QTest::newRow("bad reason") << request(u"reason"_s, 7) << Outcome::Malformed;
    QTest::newRow("bad source") << request(u"source"_s, u"root"_s) << Outcome::Malformed;
    QTest::newRow("unknown field") << request(u"config"_s, u"x"_s) << Outcome::Malformed;
}

void TestInstanceMessage::refuses()
{
    QFETCH(QByteArray, json);
    const auto decoded = decodeMessage(json, training);
    QVERIFY(!decoded.message);
    QTEST(decoded.refusal.outcome, "outcome");
    QVERIFY(!decoded.refusal.detail.isEmpty());
    QVERIFY(!decoded.refusal.detail.contains(u"1234"_s));
}

void TestInstanceMessage::refusesReplies()
{
    for (const QByteArray& json :
         {QByteArray(), QByteArray("<html>"), QByteArray("{}"), QByteArray(R"({"version":1})"),
          QByteArray(R"({"version":1,"outcome":"maybe"})"), QByteArray(R"({"version":1,"outcome":1})"),
          QByteArray(R"({"version":1,"outcome":"accepted","detail":3})"), QByteArray(70'000, ' ')}) {
        const auto reply = decodeReply(json);
        QVERIFY2(!reply, json.left(60).constData());
        QCOMPARE(reply.error().kind, ErrorKind::InstanceSilent);
    }
    const auto newer = decodeReply(R"({"version":9,"anything":true})");
    QVERIFY(newer);
    QCOMPARE(newer->outcome, InstanceReply::Outcome::UnknownVersion);
}

void TestInstanceMessage::badActivationTokenIsNotSent()
{
    for (const QByteArray& token : {QByteArray(600, 'a'), QByteArray("a\nb"), QByteArray("\xff")}) {
        InstanceMessage message = sample();
        message.activationToken = token;
        const auto decoded = decodeMessage(jsonOf(encode(message)), training);
        QVERIFY(decoded.message);
        QVERIFY(decoded.message->activationToken.isEmpty());
    }
}

void TestInstanceMessage::framesByteByByte()
{
    const QByteArray frame = encode(sample());
    FrameReader reader;
    for (qsizetype i = 0; i + 1 < frame.size(); ++i) {
        reader.append(frame.sliced(i, 1));
        const auto next = reader.next();
        QVERIFY(next);
        QVERIFY(!*next);
    }
    reader.append(frame.last(1));
    const auto next = reader.next();
    QVERIFY(next && *next);
    QVERIFY(decodeMessage(**next, training).message);
    QVERIFY(!reader.next().value());
}

void TestInstanceMessage::twoFramesInOnePiece()
{
    FrameReader reader;
    reader.append(encode(InstanceReply{InstanceReply::Outcome::Busy, {}}) + encode(InstanceReply{}) +
                  QByteArray(2, '\0'));
    QCOMPARE(decodeReply(reader.next().value().value())->outcome, InstanceReply::Outcome::Busy);
    QCOMPARE(decodeReply(reader.next().value().value())->outcome, InstanceReply::Outcome::Accepted);
    QVERIFY(!reader.next().value());
}

void TestInstanceMessage::oversizeFrameIsRefusedAtItsAnnouncement()
{
    for (const quint32 length :
         {quint32(maxInstanceMessageBytes) + 1, quint32(0x7fffffff), quint32(0xffffffff), quint32(0)}) {
        QByteArray prefix(4, '\0');
        qToBigEndian(length, prefix.data());
        FrameReader reader;
        reader.append(prefix);
        QVERIFY(!reader.next());
    }
    QByteArray allowed(4, '\0');
    qToBigEndian(quint32(maxInstanceMessageBytes), allowed.data());
    FrameReader reader;
    reader.append(allowed + QByteArray(maxInstanceMessageBytes, ' '));
    QCOMPARE(reader.next().value().value().size(), maxInstanceMessageBytes);
}

QTEST_GUILESS_MAIN(TestInstanceMessage)
#include "tst_instancemessage.moc"
