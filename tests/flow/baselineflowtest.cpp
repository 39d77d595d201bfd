// SPDX-License-Identifier: GPL-3.0-or-later
// A list of open issues from a file, compared with the board: from the button to the words.
#include "app/main/baselinereader.h"
#include "models/index/eventindex.h"
#include "tests/boards/boardstream.h"
#include "views/baseline/baselinedialog.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using models::SectionList;

namespace {

class BaselineFlowTest final : public QObject
{
    Q_OBJECT

private slots:
    void explainsUntilThereIsAResult();
    void namesExactlyWhatWasDropped();
    void tellsWhatCannotBeRead();
    void cancelledComparesNothing();
    void leadsToAnIssue();
};

/// A dialog and its reader over a board that misses one in twenty subjects of a stream.
struct Shown
{
    QTemporaryDir folder;
    models::EventIndex index;
    models::Boards whole;
    models::Boards holed;
    QSet<QString> open; ///< in all of the stream
    QSet<QString> dropped; ///< of these, those of which the board heard nothing
    app::BaselineReader reader;
    std::unique_ptr<views::BaselineDialog> dialog;

    explicit Shown(int count = 1500)
    {
        tests::BoardStream stream(9);
        const auto events = stream.make(count);
        std::vector<tests::StreamEvent> heard;
        for (const tests::StreamEvent &event : events) {
            if (qHash(event.event.subjectId, 3) % 20 != 0)
                heard.push_back(event);
        }
        const models::EventBatch all = stream.batch(events);
        index.append(all);
        whole.add(all);
        whole.settle();
        holed.add(stream.batch(heard));
        holed.settle();
        for (const models::Issue &issue : tests::issuesOf(whole.issues())) {
            if (issue.isOpen())
                open.insert(index.text(issue.subject));
        }
        for (const QString &id : std::as_const(open)) {
            if (qHash(id, 3) % 20 == 0)
                dropped.insert(id);
        }
        dialog = std::make_unique<views::BaselineDialog>(index);
        QObject::connect(
                dialog.get(), &views::BaselineDialog::compareRequested, &reader,
                [this](const QString &file) { reader.compare(file, holed, index.terms()); });
        QObject::connect(dialog.get(), &views::BaselineDialog::cancelRequested, &reader,
                         &app::BaselineReader::cancel);
        QObject::connect(&reader, &app::BaselineReader::compared, dialog.get(),
                         &views::BaselineDialog::showResult);
        QObject::connect(&reader, &app::BaselineReader::failed, dialog.get(),
                         &views::BaselineDialog::showFailure);
        dialog->show();
    }
    template<typename T> T *child(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    QString words() const { return child<QLabel>("baselineDialog.words")->text(); }
    QAbstractItemModel *list() const { return child<QListView>("baselineDialog.list")->model(); }
    QString write(const QByteArray &text) const
    {
        const QString path = folder.filePath(QStringLiteral("open.csv"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }
    QByteArray csvOfAll() const
    {
        QByteArray text("uuid,title,severity\n");
        for (const QString &id : open)
            text += id.toUtf8() + ",Title of " + id.toUtf8() + ",HIGH\n";
        return text;
    }
    /// Chooses a file in the dialog for files.
    void choose(const QString &path) const
    {
        child<QPushButton>("baselineDialog.choose")->click();
        auto *files = child<QFileDialog>("baselineDialog.file");
        QVERIFY(files);
        emit files->fileSelected(path);
        files->close();
    }
    /// What stands beside a heading.
    QString beside(const QString &heading) const
    {
        for (int row = 0; row < list()->rowCount(); ++row) {
            const QModelIndex line = list()->index(row, 0);
            if (line.data().toString() == heading)
                return line.data(SectionList::MoreRole).toString();
        }
        return {};
    }
};

void BaselineFlowTest::explainsUntilThereIsAResult()
{
    const Shown shown(100);
    auto *words = shown.child<QLabel>("baselineDialog.words");
    auto *list = shown.child<QListView>("baselineDialog.list");
    auto *copy = shown.child<QPushButton>("baselineDialog.copy");
    QVERIFY(QTest::qWaitForWindowExposed(shown.dialog.get()));
    QVERIFY(!list->isVisible() && !copy->isEnabled());
    QVERIFY(words->text().contains(u"uuid"));
    QVERIFY(words->height() > shown.dialog->height() / 2); // the room is that of the words
    QVERIFY(words->heightForWidth(words->width()) <= words->height()); // and enough for them
    shown.choose(shown.folder.filePath(QStringLiteral("not there.csv")));
    QTRY_VERIFY2(words->text().contains(u"is no file"), qPrintable(words->text()));
    QVERIFY(!list->isVisible());
    shown.choose(shown.write(shown.csvOfAll()));
    QTRY_VERIFY(list->isVisible());
    QVERIFY(copy->isEnabled());
    QTRY_VERIFY(list->height() > shown.dialog->height() / 2);
    // What could not be compared has no differences, not those of the list before.
    shown.choose(shown.folder.filePath(QStringLiteral("not there.csv")));
    QTRY_VERIFY(words->text().contains(u"is no file"));
    QVERIFY(!list->isVisible() && !copy->isEnabled());
}

void BaselineFlowTest::namesExactlyWhatWasDropped()
{
    const Shown shown;
    const QAbstractItemModelTester tester(shown.list());
    QVERIFY(shown.dropped.size() > 3 && shown.open.size() > 10 * shown.dropped.size());
    shown.choose(shown.write(shown.csvOfAll()));
    QTRY_VERIFY(shown.words().startsWith(u"open.csv"));
    QCOMPARE(shown.beside(QStringLiteral("Open there, never received here")),
             QString::number(shown.dropped.size()));
    QCOMPARE(shown.beside(QStringLiteral("Open here, closed there")), QStringLiteral("none"));
    QCOMPARE(shown.beside(QStringLiteral("Agreed: open on both sides")),
             QString::number(shown.open.size() - shown.dropped.size()));
    shown.child<QPushButton>("baselineDialog.copy")->click();
    QSet<QString> named;
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        if (cells.first() == QLatin1String("never received"))
            named.insert(cells.value(1));
    }
    QCOMPARE(named, shown.dropped);
    QVERIFY(!shown.child<QPushButton>("baselineDialog.cancel")->isVisible());
}

void BaselineFlowTest::tellsWhatCannotBeRead()
{
    const Shown shown(100);
    shown.choose(shown.folder.filePath(QStringLiteral("not there.csv")));
    QTRY_VERIFY2(shown.words().contains(u"is no file"), qPrintable(shown.words()));
    shown.choose(shown.folder.path());
    QTRY_VERIFY2(shown.words().contains(shown.folder.path()), qPrintable(shown.words()));
    // One line of three is none; the others count.
    shown.choose(shown.write("{\"uuid\": \"a\"}\n{\"uuid\": \n{\"uuid\": \"b\"}\n"));
    QTRY_VERIFY2(shown.words().contains(u"2 open issues"), qPrintable(shown.words()));
    QVERIFY2(shown.words().contains(u"1 could not be read"), qPrintable(shown.words()));
    QVERIFY2(shown.words().contains(u"Line 2: "), qPrintable(shown.words()));
    QVERIFY(shown.child<QPushButton>("baselineDialog.choose")->isEnabled());
}

void BaselineFlowTest::cancelledComparesNothing()
{
    const Shown shown(200);
    QSignalSpy compared(&shown.reader, &app::BaselineReader::compared);
    const QString path = shown.write(shown.csvOfAll());
    shown.choose(path);
    QVERIFY(shown.child<QPushButton>("baselineDialog.cancel")->isVisible());
    QVERIFY(!shown.child<QPushButton>("baselineDialog.choose")->isEnabled());
    shown.child<QPushButton>("baselineDialog.cancel")->click();
    QVERIFY(shown.words().startsWith(u"Cancelled"));
    // The next one is answered, that one never.
    shown.choose(path);
    QTRY_COMPARE(compared.size(), 1);
}

void BaselineFlowTest::leadsToAnIssue()
{
    const Shown shown(300);
    shown.choose(shown.write("uuid\n"));
    QTRY_VERIFY(shown.list()->rowCount() > 4);
    QSignalSpy wanted(shown.dialog.get(), &views::BaselineDialog::issueRequested);
    for (int row = 0; row < shown.list()->rowCount(); ++row)
        emit shown.child<QListView>("baselineDialog.list")->activated(shown.list()->index(row, 0));
    int openHere = 0;
    for (const models::Issue &issue : tests::issuesOf(shown.holed.issues()))
        openHere += issue.isOpen() ? 1 : 0;
    QCOMPARE(wanted.size(), openHere); // headings lead nowhere
}

} // namespace

QTEST_MAIN(BaselineFlowTest)
#include "baselineflowtest.moc"
