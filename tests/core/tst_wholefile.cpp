#include "core/files/wholefile.h"

#include "support/smalldisk.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

class TestWholeFile : public QObject
{
    Q_OBJECT

private slots:
    void writesAndReplaces();
    void keepsOrSetsPermissions();
    void aFullDiskLeavesWhatStoodThere();
    void saysWhyNot();

private:
    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

namespace {
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto forOthers = QFileDevice::ReadGroup | QFileDevice::ReadOther;

QFileDevice::Permissions permissionsOf(const QString& path)
{
    return QFileInfo(path).permissions() & (ownerOnly | forOthers);
}
} // namespace

void TestWholeFile::writesAndReplaces()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ş.txt"_s);
    QVERIFY(writeWholeFile(path, "birinci, uzun"));
    QCOMPARE(content(path), "birinci, uzun");
    QVERIFY(writeWholeFile(path, "iki"));
    QCOMPARE(content(path), "iki");
    QVERIFY(writeWholeFile(path, {}));
    QCOMPARE(content(path), QByteArray());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestWholeFile::keepsOrSetsPermissions()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    QVERIFY(writeWholeFile(path, "a", ownerOnly));
    QCOMPARE(permissionsOf(path), QFileDevice::Permissions(ownerOnly));
    QVERIFY(QFile::setPermissions(path, ownerOnly | forOthers));
    QVERIFY(writeWholeFile(path, "b"));
    QCOMPARE(permissionsOf(path), ownerOnly | forOthers);
    QVERIFY(writeWholeFile(path, "c", ownerOnly));
    QCOMPARE(permissionsOf(path), QFileDevice::Permissions(ownerOnly));
}

// Fewer bytes than a buffer holds, and more.
void TestWholeFile::aFullDiskLeavesWhatStoodThere()
{
    const QTemporaryDir folder;
    const SmallDisk disk(folder.path(), "256k");
    if (!disk.isThere())
        QSKIP("needs root, to mount a small disk");
    const QString path = folder.filePath(u"a"_s);
    QVERIFY(writeWholeFile(path, "former"));
    QVERIFY(disk.fill());
    for (const qsizetype size : {300, 100000}) {
        const auto written = writeWholeFile(path, QByteArray(size, 'n'));
        QVERIFY(!written);
        QVERIFY(!written.error().isEmpty());
        QCOMPARE(content(path), "former");
    }
    QVERIFY(disk.empty());
    QVERIFY(writeWholeFile(path, "new"));
    QCOMPARE(content(path), "new");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a"_s});
}

void TestWholeFile::saysWhyNot()
{
    const QTemporaryDir folder;
    const auto written = writeWholeFile(folder.filePath(u"none/a"_s), "a");
    QVERIFY(!written);
    QVERIFY(!written.error().isEmpty());
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
