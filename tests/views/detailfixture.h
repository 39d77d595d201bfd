// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/detailactive.h"
#include "tests/views/detailsamples.h"
#include "views/detail/detailpane.h"
#include "views/detail/textblock.h"

#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <memory>

/// A detail pane on the screen and the ways tests look into it.
class PaneFixture : public QObject
{
    Q_OBJECT
protected:
    bool openPane()
    {
        m_pane = std::make_unique<views::DetailPane>();
        m_pane->resize(420, 700);
        m_pane->setVisible(true);
        return activated(m_pane.get());
    }
    template<typename T = QWidget> T *part(const char *name) const
    {
        T *found = m_pane->findChild<T *>(QLatin1String("detailPane.") + QLatin1String(name));
        if (!found)
            qFatal("no detailPane.%s", name);
        return found;
    }
    QString text(const char *name) const
    {
        auto *block = part<views::TextBlock>(name);
        return block->isVisible() ? block->toPlainText() : QString();
    }
    QStringList factTexts() const
    {
        QStringList texts;
        for (const auto *block : part<QWidget>("facts")->findChildren<views::TextBlock *>()) {
            if (block->isVisible())
                texts += block->accessibleName() + QLatin1String(": ") + block->toPlainText();
        }
        return texts;
    }
    void clickLink(int row)
    {
        auto *links = part<QListWidget>("links");
        QTest::mouseClick(links->viewport(), Qt::LeftButton, {},
                          links->visualItemRect(links->item(row)).center());
    }
    QAction *copyAction(int number)
    {
        return part<QPushButton>("copy")->menu()->actions().at(number);
    }

    std::unique_ptr<views::DetailPane> m_pane;
};
