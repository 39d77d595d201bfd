// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deliveriesshown.h"
#include "views/desktop/theme.h"
#include "views/detail/byteswords.h"
#include "views/detail/deliverypane.h"
#include "views/detail/refusedpart.h"
#include "views/pages/deliveriespage.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"
#include "views/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

/// Rows of fillDeliveries(), newest first.
enum Row { Last, Imported, Broken, Partly, Large, Storm, FirstAccepted };

/// A shown page over a record of requests.
struct ShownDeliveries
{
    tests::FakeDeliveries archive;
    views::DeliveriesPage page { archive };
    std::unique_ptr<QAbstractItemModelTester> tester;

    explicit ShownDeliveries(bool filled = true)
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        if (filled)
            fillDeliveries(archive, models::now());
        page.resize(1280, 760);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        tester = std::make_unique<QAbstractItemModelTester>(
                table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        (void)QTest::qWaitFor([this] { return !filled_() || table()->isVisible(); });
        (void)QTest::qWaitFor([this] { return archive.counts > 0; });
        QTest::qWait(20);
    }
    bool filled_() const { return !archive.records.isEmpty(); }
    template<typename T> T *child(const char *name) const
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    views::EventTable *table() const { return child<views::EventTable>("deliveriesPage.table"); }
    QLineEdit *search() const { return child<QLineEdit>("deliveriesPage.search"); }
    QString count() const { return child<QLabel>("deliveriesPage.count")->text(); }
    views::EmptyState *empty() const { return page.findChild<views::EmptyState *>(); }
    views::DeliveryPane *pane() const { return page.findChild<views::DeliveryPane *>(); }
    int rows() const { return table()->model()->rowCount(); }
    QListView &facet(int number) const
    {
        return page.findChild<views::FacetPanel *>()->sections().at(number)->list();
    }
    QPoint cell(int row, int column) const
    {
        return table()->visualRect(table()->model()->index(row, column)).center();
    }
    void choose(int row)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          cell(row, models::DeliveriesModel::Result));
        (void)QTest::qWaitFor([this, row] { return pane()->deliveryId() == table()->idAt(row); });
    }
    views::RefusedPart *part(int number) const
    {
        return child<views::RefusedPart>(
                qPrintable(QStringLiteral("deliveryPane.part%1").arg(number)));
    }
};
