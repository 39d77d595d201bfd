// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the detail pane and the settings dialog into PNG files, light and dark, for looking at.
#include "models/domain/decoder.h"
#include "models/domain/jsontext.h"
#include "models/settings/settingsrules.h"
#include "testpaths.h"
#include "tests/views/detailsamples.h"
#include "views/desktop/theme.h"
#include "views/detail/detailpane.h"
#include "views/detail/linkdialog.h"
#include "views/settings/settingsdialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

namespace {

models::StoredEvent sample(const QString &name)
{
    static qint64 id = 1000;
    QFile file(QStringLiteral(TEST_DATA_DIR "/samples/") + name + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no sample %s", qPrintable(name));
    models::StoredEvent stored;
    stored.id = ++id;
    stored.event = models::decodeStored(file.readAll());
    stored.received = models::now();
    stored.lastReceived = stored.received;
    stored.peer = QStringLiteral("203.0.113.20");
    stored.formatted = QString::fromUtf8(models::indentJson(stored.event.body, 256 * 1024));
    return stored;
}

void shoot(QWidget &widget, const QString &name)
{
    QTest::qWait(50);
    if (!widget.grab().save(name + QStringLiteral(".png")))
        qFatal("cannot write %s", qPrintable(name));
}

void shootPane(const QString &look)
{
    views::DetailPane pane;
    pane.resize(420, 760);
    pane.setVisible(true);
    shoot(pane, look + QStringLiteral("-empty"));
    const QList<models::StoredEvent> events = oneOfEachFamily();
    for (const models::StoredEvent &event : events) {
        pane.show(event);
        shoot(pane,
              QStringLiteral("%1-%2").arg(look, QString(models::familyKey(event.event.family))));
    }
    for (const char *name :
         { "confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED",
           "confirmed/MOBILE_SECURE__USER_LOGIN_FAILED",
           "inferred/MOBILE_SECURE__FINDING_TARGET_CREATED", "odd/real_newlines_curly_quotes" }) {
        const models::StoredEvent event = sample(QLatin1String(name));
        pane.show(event);
        shoot(pane, QStringLiteral("%1-sample-%2").arg(look).arg(event.id));
    }
    pane.show(events.first());
    auto *scroll = pane.findChild<QScrollArea *>();
    QTest::qWait(50);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    pane.findChild<QListWidget *>(QStringLiteral("detailPane.links"))->setFocus();
    shoot(pane, look + QStringLiteral("-end"));
    pane.findChild<QTabWidget *>()->setCurrentIndex(1);
    shoot(pane, look + QStringLiteral("-raw"));
    auto *search = pane.findChild<QLineEdit *>(QStringLiteral("detailPane.raw.search"));
    const auto press = [&pane](const char *name) {
        pane.findChild<QAbstractButton *>(QLatin1String(name))->click();
    };
    search->setText(QStringLiteral("policy"));
    shoot(pane, look + QStringLiteral("-raw-search"));
    press("detailPane.raw.asTree");
    shoot(pane, look + QStringLiteral("-raw-tree"));
    pane.showHead(events.first().id,
                  "POST /webhook HTTP/1.1\nhost: watchfloor.example:8787\n"
                  "authorization: Bearer ***\ncontent-type: application/json\n");
    press("detailPane.raw.asHead");
    shoot(pane, look + QStringLiteral("-raw-head"));
    press("detailPane.raw.asText");
    pane.findChild<QTabWidget *>()->setCurrentIndex(0);
    pane.restorePinned({ QString(events.first().event.type + QLatin1String(" policy")),
                         QString(events.first().event.type + QLatin1String(" payload:no.such")) });
    pane.show(events.first());
    scroll->verticalScrollBar()->setValue(0);
    shoot(pane, look + QStringLiteral("-pinned"));
    pane.show(hostile());
    shoot(pane, look + QStringLiteral("-hostile"));
}

void shootSettings(const QString &look)
{
    models::Settings settings;
    settings.links.allowedHosts = { QStringLiteral("console.aws.amazon.com") };
    views::SettingsDialog dialog(
            settings, models::ReceiverSecrets::fromToken(models::generateToken()), nullptr);
    dialog.setState({ models::ReceiverState::Phase::Listening,
                      QStringLiteral("http://127.0.0.1:8787/webhook"),
                      {} });
    dialog.setSecretDescription(QStringLiteral("in the system's secret store"));
    dialog.setVisible(true);
    shoot(dialog, look + QStringLiteral("-settings"));
    dialog.refused({ { models::SettingsProblem::Field::Port,
                       QStringLiteral("Port 8787 is taken by another program. Choose another or "
                                      "stop that program.") },
                     { models::SettingsProblem::Field::Token,
                       QStringLiteral("The token must have 16 to 512 characters.") } });
    shoot(dialog, look + QStringLiteral("-settings-refused"));
    dialog.findChild<QListWidget *>(QStringLiteral("settingsDialog.pages"))->setCurrentRow(4);
    shoot(dialog, look + QStringLiteral("-settings-links"));

    int number = 0;
    for (const char *raw : { "https://gumtree.com.au/login?next=/a/b",
                             "https://www.securetheorem.com.login.evil.example:8443/x",
                             "https://securetheorem.com@evil.example/api/inspect" }) {
        const QString url = QString::fromLatin1(raw);
        const auto safe = models::SafeUrl::judge(url, {});
        auto *link = new views::LinkDialog(url, safe, nullptr);
        link->setVisible(true);
        shoot(*link, QStringLiteral("%1-link-%2").arg(look).arg(++number));
        link->close();
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    views::Theme theme;
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1])))
        qFatal("usage: detailshots FOLDER");
    QDir::setCurrent(QString::fromLocal8Bit(argv[1]));
    for (const bool dark : { false, true }) {
        theme.applyTheme(dark ? views::Theme::Look::Dark : views::Theme::Look::Light);
        const QString look = dark ? QStringLiteral("dark") : QStringLiteral("light");
        shootPane(look);
        shootSettings(look);
    }
    return 0;
}
