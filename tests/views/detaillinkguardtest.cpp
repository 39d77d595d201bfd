// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/detailactive.h"
#include "views/detail/linkguard.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using views::LinkGuard;

namespace {

class FakeOpener final : public UrlOpener
{
public:
    Result<Done> open(const SafeUrl &url) override
    {
        if (url.verdict() == SafeUrl::Verdict::Refused)
            qFatal("a refused address reached the opener");
        if (!failure.isEmpty())
            return Failure { failure };
        opened += QString::fromLatin1(url.url().toEncoded());
        return Done {};
    }
    QStringList opened;
    QString failure;
};

const QString trustedUrl = QStringLiteral("https://www.securetheorem.com/x?a=b%20c#d");
const QString otherUrl = QStringLiteral("https://gumtree.com.au/login?x=1");

class DetailLinkGuardTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void trustedOpensAtOnce();
    void othersAskAndCancelIsTheDefault();
    void escapeOpensNothing();
    void openAnywayOpensExactlyIt();
    void allowingSaysSo();
    void allowingIsOfferedOnlyWhereItHelps();
    void copyInsteadOfOpening();
    void refusedSaysWhyAndCopies();
    void showsWhatCannotBeSeen();
    void failureIsTold();
    void aNewQuestionReplacesTheOld();

private:
    QDialog *dialog() const
    {
        QDialog *found = nullptr;
        for (QDialog *each : m_window->findChildren<QDialog *>(QStringLiteral("linkDialog"))) {
            if (each->isVisible())
                found = each;
        }
        return found;
    }
    template<typename T = QPushButton> T *part(const char *name) const
    {
        return dialog()
                ? dialog()->findChild<T *>(QLatin1String("linkDialog.") + QLatin1String(name))
                : nullptr;
    }

    std::unique_ptr<QWidget> m_window;
    FakeOpener m_opener;
    LinkGuard *m_guard = nullptr;
};

void DetailLinkGuardTest::init()
{
    m_opener = {};
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_window->show();
    QVERIFY(activated(m_window.get()));
    m_guard = new LinkGuard(m_opener, m_window.get());
}

void DetailLinkGuardTest::cleanup()
{
    m_window.reset();
}

void DetailLinkGuardTest::trustedOpensAtOnce()
{
    m_guard->open(trustedUrl, {});
    QCOMPARE(m_opener.opened, QStringList { trustedUrl });
    QVERIFY(!dialog());
}

void DetailLinkGuardTest::othersAskAndCancelIsTheDefault()
{
    m_guard->open(otherUrl, {});
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->isModal());
    QCOMPARE(part<QLabel>("host")->text(), QStringLiteral("gumtree.com.au"));
    QCOMPARE(part<QLabel>("host")->textFormat(), Qt::PlainText);
    QVERIFY(part<QLabel>("host")->font().pointSizeF() > QApplication::font().pointSizeF() * 1.3);
    QCOMPARE(part<QPlainTextEdit>("address")->toPlainText(), otherUrl);
    QVERIFY(part<QLabel>("reason")->text().contains(QStringLiteral("trusted")));
    QVERIFY(activated(dialog()));
    QVERIFY(part("cancel")->isDefault());
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_opener.opened, QStringList());
}

void DetailLinkGuardTest::escapeOpensNothing()
{
    m_guard->open(otherUrl, {});
    QTRY_VERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_opener.opened, QStringList());
}

void DetailLinkGuardTest::openAnywayOpensExactlyIt()
{
    QSignalSpy allow(m_guard, &LinkGuard::allowRequested);
    m_guard->open(otherUrl, {});
    QTRY_VERIFY(part("open"));
    QTest::mouseClick(part("open"), Qt::LeftButton);
    QCOMPARE(m_opener.opened, QStringList { otherUrl });
    QCOMPARE(allow.size(), 0);
    QTRY_VERIFY(!dialog());
}

void DetailLinkGuardTest::allowingSaysSo()
{
    QSignalSpy allow(m_guard, &LinkGuard::allowRequested);
    m_guard->open(otherUrl, {});
    QTRY_VERIFY(dialog());
    QVERIFY(activated(dialog()));
    part<QCheckBox>("allow")->setFocus();
    QTest::keyClick(part<QCheckBox>("allow"), Qt::Key_Space);
    QVERIFY(part<QCheckBox>("allow")->isChecked());
    QTest::keyClick(part("open"), Qt::Key_Space);
    QCOMPARE(allow.size(), 1);
    QCOMPARE(allow.first().first().toString(), QStringLiteral("gumtree.com.au"));
    QCOMPARE(m_opener.opened.size(), 1);
}

void DetailLinkGuardTest::allowingIsOfferedOnlyWhereItHelps()
{
    m_guard->open(QStringLiteral("https://www\u3002securetheorem\u3002com/"), {});
    QTRY_VERIFY(dialog());
    QVERIFY(!part<QCheckBox>("allow"));
    QVERIFY(part("open"));
}

void DetailLinkGuardTest::copyInsteadOfOpening()
{
    m_guard->open(otherUrl, {});
    QTRY_VERIFY(dialog());
    QTest::mouseClick(part("copy"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), otherUrl);
    QCOMPARE(m_opener.opened, QStringList());
    QTRY_VERIFY(!dialog());
}

void DetailLinkGuardTest::refusedSaysWhyAndCopies()
{
    for (const QString &raw : { QStringLiteral("http://www.securetheorem.com/"),
                                QStringLiteral("https://securetheorem.com@evil.example/"),
                                QStringLiteral("javascript:alert(1)") }) {
        m_guard->open(raw, {});
        QTRY_VERIFY(dialog());
        QVERIFY(!part("open"));
        QVERIFY(!part<QCheckBox>("allow"));
        QVERIFY(!part<QLabel>("reason")->text().isEmpty());
        QCOMPARE(part<QPlainTextEdit>("address")->toPlainText(), raw);
        QTest::mouseClick(part("copy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), raw);
        QTRY_VERIFY(!dialog());
    }
    QCOMPARE(m_opener.opened, QStringList());
}

void DetailLinkGuardTest::showsWhatCannotBeSeen()
{
    m_guard->open(QStringLiteral("https://a\\nb\u202e.example/\n"), {});
    QTRY_VERIFY(dialog());
    QCOMPARE(part<QPlainTextEdit>("address")->toPlainText(),
             QStringLiteral("https://a\\nb[U+202E].example/[U+000A]"));
    m_guard->open(QString(100'000, QLatin1Char('x')), {});
    QTRY_VERIFY(part<QPlainTextEdit>("address"));
    QTRY_COMPARE(part<QPlainTextEdit>("address")->toPlainText().size(), 4097);
}

void DetailLinkGuardTest::failureIsTold()
{
    m_opener.failure = QStringLiteral("No browser is installed.");
    m_guard->open(trustedUrl, {});
    QTRY_VERIFY(dialog());
    QCOMPARE(part<QLabel>("reason")->text(), m_opener.failure);
    QVERIFY(!part("open"));
}

void DetailLinkGuardTest::aNewQuestionReplacesTheOld()
{
    m_guard->open(otherUrl, {});
    QTRY_VERIFY(dialog());
    m_guard->open(QStringLiteral("https://b.example/"), {});
    QTRY_COMPARE(m_window->findChildren<QDialog *>(QStringLiteral("linkDialog")).size(), 1);
    QCOMPARE(part<QLabel>("host")->text(), QStringLiteral("b.example"));
    QTest::mouseClick(part("open"), Qt::LeftButton);
    QCOMPARE(m_opener.opened, QStringList { QStringLiteral("https://b.example/") });
}

} // namespace

QTEST_MAIN(DetailLinkGuardTest)
#include "detaillinkguardtest.moc"
