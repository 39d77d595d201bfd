// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/singleinstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using app::SingleInstance;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private slots:
    void secondStartRaisesTheFirst();
    void otherFolderIsAnotherProgram();
};

void SingleInstanceTest::secondStartRaisesTheFirst()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QVERIFY(!first.raiseOther());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    SingleInstance second(dir.path() + QStringLiteral("/../") + QFileInfo(dir.path()).fileName());
    QVERIFY(second.raiseOther());
    QVERIFY(!raised.isEmpty() || raised.wait());
}

void SingleInstanceTest::otherFolderIsAnotherProgram()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    SingleInstance first(one.path());
    QVERIFY(!first.raiseOther());
    SingleInstance second(two.path());
    QVERIFY(!second.raiseOther());
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "singleinstancetest.moc"
