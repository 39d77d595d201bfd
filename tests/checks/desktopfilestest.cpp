// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const QString kId = u"org.watchfloor.Watchfloor"_s;

QString linuxFile(const QString &suffix)
{
    return QStringLiteral(SOURCE_DIR "/packaging/linux/") + kId + suffix;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether `text` holds `part`; takes concatenations, which QByteArray::contains() does not.
bool holds(const QByteArray &text, const QByteArray &part)
{
    return text.contains(part);
}

/// What a validator says when it refuses; empty when it is content.
QString refusal(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return process.errorString();
    const QString said = QString::fromUtf8(process.readAll());
    return process.exitCode() == 0 ? QString() : u"refused: "_s + said;
}

/// The desktop entry, the AppStream metainfo and the icon are valid and agree with each other.
class DesktopFilesTest final : public QObject
{
    Q_OBJECT

private slots:
    void desktopEntry();
    void metainfo();
    void idsAgree();
    void versionsAgree();
    void icon_data();
    void icon();

private:
    /// `path` passes `program`, and the same file with `from` replaced by `to` does not.
    static void validate(const QString &program, const QStringList &options, const QString &path,
                         const QByteArray &from, const QByteArray &to);
};

void DesktopFilesTest::validate(const QString &program, const QStringList &options,
                                const QString &path, const QByteArray &from, const QByteArray &to)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP(qPrintable(program + u" is not installed"));
    const QString said = refusal(program, options + QStringList { path });
    QVERIFY2(said.isEmpty(), qPrintable(said));

    QTemporaryDir folder;
    QFile broken(folder.filePath(path.section(u'/', -1)));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    QByteArray text = contents(path);
    QVERIFY(text.contains(from));
    broken.write(text.replace(from, to));
    broken.close();
    QVERIFY(!refusal(program, options + QStringList { broken.fileName() }).isEmpty());
}

void DesktopFilesTest::desktopEntry()
{
    validate(u"desktop-file-validate"_s, {}, linuxFile(u".desktop"_s), "Type=Application",
             "Type=Applicacion");
}

void DesktopFilesTest::metainfo()
{
    validate(u"appstreamcli"_s, { u"validate"_s, u"--no-net"_s }, linuxFile(u".metainfo.xml"_s),
             "<summary>", "<sumary>");
}

void DesktopFilesTest::idsAgree()
{
    const QByteArray id = kId.toLatin1();
    const QByteArray entry = contents(linuxFile(u".desktop"_s));
    QVERIFY(holds(entry, "\nIcon=" + id + "\n"));
    QVERIFY(holds(entry, "\nExec=watchfloor\n"));
    const QByteArray metainfo = contents(linuxFile(u".metainfo.xml"_s));
    QVERIFY(holds(metainfo, "<id>" + id + "</id>"));
    QVERIFY(holds(metainfo, "<launchable type=\"desktop-id\">" + id + ".desktop</launchable>"));
    QVERIFY(holds(metainfo, "<project_license>GPL-3.0-or-later</project_license>"));
}

void DesktopFilesTest::versionsAgree()
{
    const QByteArray version(PROJECT_VERSION);
    QXmlStreamReader xml(contents(linuxFile(u".metainfo.xml"_s)));
    QString newest;
    while (!xml.atEnd() && newest.isEmpty()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"release")
            newest = xml.attributes().value("version"_L1).toString();
    }
    QCOMPARE(newest, QString::fromLatin1(version));
    QVERIFY(contents(QStringLiteral(SOURCE_DIR "/packaging/linux/changelog"))
                    .startsWith(QByteArray("watchfloor (" + version + "-")));
    for (const char *page : { "watchfloor.1", "watchfloor-cli.1" }) {
        const QByteArray text =
                contents(QStringLiteral(SOURCE_DIR "/packaging/linux/") + QLatin1String(page));
        QVERIFY2(holds(text, "\"Watchfloor " + version + "\""), page);
    }
}

void DesktopFilesTest::icon_data()
{
    QTest::addColumn<int>("size");
    for (const int size : { 16, 32, 48, 256 })
        QTest::addRow("%d", size) << size;
}

void DesktopFilesTest::icon()
{
    QFETCH(int, size);
    const QByteArray svg = contents(QStringLiteral(SOURCE_DIR "/resources/icons/watchfloor.svg"));
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));

    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.defaultSize().width(), renderer.defaultSize().height());
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();

    // Transparent corner, and something with several colours in the middle.
    QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
    QSet<QRgb> colours;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY(colours.size() > 5);
}

} // namespace

QTEST_GUILESS_MAIN(DesktopFilesTest)
#include "desktopfilestest.moc"
