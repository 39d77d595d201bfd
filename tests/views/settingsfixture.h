// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/detailactive.h"
#include "views/settings/settingsdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <memory>

/// A settings dialog on the screen and the ways tests use it.
class DialogFixture : public QObject
{
    Q_OBJECT
protected:
    void make(const models::Settings &settings,
              std::chrono::milliseconds clipboardTime = std::chrono::seconds(30))
    {
        makeWith(settings, models::ReceiverSecrets::fromToken(token), clipboardTime);
    }
    void makeWith(const models::Settings &settings, const models::ReceiverSecrets &secrets,
                  std::chrono::milliseconds clipboardTime = std::chrono::seconds(30))
    {
        m_dialog =
                std::make_unique<views::SettingsDialog>(settings, secrets, nullptr, clipboardTime);
        m_dialog->open();
        QVERIFY(activated(m_dialog.get()));
    }
    template<typename T = QPushButton> T *part(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QLatin1String("settingsDialog.") + QLatin1String(name));
        if (!found)
            qFatal("no settingsDialog.%s", name);
        return found;
    }
    /// Clicks the page in the list on the left.
    void turnTo(const char *title)
    {
        auto *pages = part<QListWidget>("pages");
        const auto found = pages->findItems(QLatin1String(title), Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, {},
                          pages->visualItemRect(found.first()).center());
        QCOMPARE(pages->currentItem(), found.first());
    }
    /// Chooses an entry by real keys, as far down as it is.
    void choose(const char *box, int index)
    {
        auto *combo = part<QComboBox>(box);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentIndex(), index);
    }
    void press(const char *button) { QTest::mouseClick(part(button), Qt::LeftButton); }
    void type(QWidget *field, const char *text)
    {
        field->setFocus();
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keyClicks(field, QLatin1String(text));
    }
    QString message() const { return part<QLabel>("message")->text(); }
    QString visibleText() const
    {
        QStringList texts;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }

    std::unique_ptr<views::SettingsDialog> m_dialog;
    const QString token = QStringLiteral("first-token-of-the-test");
};
