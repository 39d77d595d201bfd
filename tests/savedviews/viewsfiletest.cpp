// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewsfile.h"
#include "models/savedviews/viewtext.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// The file of the saved views: nothing in it is ever lost without a word.
class TestViewsFile final : public QObject
{
    Q_OBJECT

private slots:
    void standardViewsAtFirst();
    void isReadBack();
    void anUnreadableOneIsPutAside();
    void aPartlyUnreadableOneIsPutAside();
    void aFailureIsSaidAndChangesNothing();
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestViewsFile::standardViewsAtFirst()
{
    const QTemporaryDir folder;
    const app::ViewsFile file(folder.filePath(QStringLiteral("data/views.json")));
    const auto loaded = file.load();
    QVERIFY(loaded.views == models::standardViews());
    QVERIFY(loaded.notice.isEmpty());
    QVERIFY(!QFile::exists(file.path()));
}

void TestViewsFile::isReadBack()
{
    const QTemporaryDir folder;
    const app::ViewsFile file(folder.filePath(QStringLiteral("data/views.json")));
    QList<models::SavedView> views = models::standardViews();
    views.removeFirst();
    QVERIFY(file.save(views).ok());
    QVERIFY(file.load().views == views);
    QVERIFY(file.save({}).ok());
    QVERIFY(file.load().views.isEmpty()); // none is not the same as never kept
    QCOMPARE(QFile::permissions(file.path()) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestViewsFile::anUnreadableOneIsPutAside()
{
    const QTemporaryDir folder;
    const app::ViewsFile file(folder.filePath(QStringLiteral("views.json")));
    for (const QByteArray &bytes : { QByteArray("{\"watchfloor-views"), QByteArray("other") }) {
        QVERIFY(app::ViewsFile::writeText(file.path(), bytes).ok());
        const auto loaded = file.load();
        QVERIFY(loaded.views == models::standardViews());
        QVERIFY(!loaded.notice.isEmpty());
        QVERIFY(file.save(loaded.views).ok());
    }
    const QString aside = QString(file.path() + QLatin1String(".unreadable"));
    QCOMPARE(bytesOf(aside), QByteArray("{\"watchfloor-views"));
    QCOMPARE(bytesOf(QString(aside + QLatin1Char('2'))), QByteArray("other"));
}

void TestViewsFile::aPartlyUnreadableOneIsPutAside()
{
    const QTemporaryDir folder;
    const app::ViewsFile file(folder.filePath(QStringLiteral("views.json")));
    const QByteArray bytes = R"({"watchfloor-views": 1, "views": [
        {"name": "good"}, {"name": "of a newer version", "filter": "phase:moon"}]})";
    QVERIFY(app::ViewsFile::writeText(file.path(), bytes).ok());
    const auto loaded = file.load();
    QCOMPARE(loaded.views.size(), 1);
    QVERIFY(loaded.notice.contains(QLatin1String("of a newer version")));
    QCOMPARE(bytesOf(QString(file.path() + QLatin1String(".unreadable"))), bytes);
}

void TestViewsFile::aFailureIsSaidAndChangesNothing()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("views.json"))); // not to be written
    const app::ViewsFile file(folder.filePath(QStringLiteral("views.json")));
    const auto saved = file.save({});
    QVERIFY(!saved.ok());
    QVERIFY(saved.error().contains(QLatin1String("until the program ends")));
    QVERIFY(!file.load().notice.isEmpty());
    QVERIFY(!app::ViewsFile::readText(folder.filePath(QStringLiteral("none"))).ok());
}

} // namespace

QTEST_GUILESS_MAIN(TestViewsFile)
#include "viewsfiletest.moc"
