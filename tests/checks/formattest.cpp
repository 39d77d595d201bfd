// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"
#include "tests/checks/sourcefile.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What clang-format says of files, given by path; empty when all are as .clang-format wants them.
QString formatComplaints(const QString &program, const QStringList &paths)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList { u"--dry-run"_s, u"-Werror"_s, u"--style=file"_s } + paths);
    if (!process.waitForFinished(120'000))
        return process.errorString();
    const QString said = QString::fromUtf8(process.readAll());
    if (process.exitCode() == 0)
        return {};
    return said.isEmpty() ? u"exit status %1"_s.arg(process.exitCode()) : said;
}

/// Every C++ file is formatted as .clang-format says. Only version 14, Debian 12's, judges: other
/// versions format some constructs differently.
class FormatTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWhatIsWrong();
    void wholeTree();

private:
    QString m_program;
};

void FormatTest::initTestCase()
{
    m_program = QStandardPaths::findExecutable(u"clang-format-14"_s);
    if (m_program.isEmpty())
        m_program = QStandardPaths::findExecutable(u"clang-format"_s);
    if (m_program.isEmpty())
        QSKIP("clang-format is not installed");
    QProcess process;
    process.start(m_program, { u"--version"_s });
    QVERIFY(process.waitForFinished());
    if (!process.readAll().contains("version 14."))
        QSKIP("clang-format is not version 14");
}

void FormatTest::findsWhatIsWrong()
{
    QTemporaryDir folder;
    QVERIFY(QFile::copy(QStringLiteral(SOURCE_DIR "/.clang-format"),
                        folder.filePath(u".clang-format"_s)));
    const QString path = folder.filePath(u"sample.cpp"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("int  f( ){return 1 ;}\n");
    file.close();
    QVERIFY(!formatComplaints(m_program, { path }).isEmpty());
}

void FormatTest::wholeTree()
{
    QStringList paths;
    for (const checks::SourceFile &file : checks::readTree(QStringLiteral(SOURCE_DIR))) {
        if (file.isCpp())
            paths.append(QStringLiteral(SOURCE_DIR "/") + file.path);
    }
    QVERIFY(paths.size() > 30);
    const QString complaints = formatComplaints(m_program, paths);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.left(8'000)));
}

} // namespace

QTEST_GUILESS_MAIN(FormatTest)
#include "formattest.moc"
