// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every page of the settings dialog into PNG files, light and dark, for looking at.
#include "models/settings/settingsrules.h"
#include "views/desktop/theme.h"
#include "views/settings/settingsdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;

namespace {

void shoot(QWidget &widget, const QString &name)
{
    QTest::qWait(50);
    if (!widget.grab().save(name + QStringLiteral(".png")))
        qFatal("cannot write %s", qPrintable(name));
}

CertificateInfo certificate()
{
    CertificateInfo info;
    info.names = { QStringLiteral("watch.example"), QStringLiteral("192.0.2.7"),
                   QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                   QStringLiteral("::1") };
    info.selfSigned = true;
    info.from = now() - 24h;
    info.until = now() + 24h * 12;
    info.fingerprint = QStringLiteral("5A:").repeated(31) + QStringLiteral("F0");
    return info;
}

void shootPages(const QString &look)
{
    Settings settings;
    settings.receiver.trustedProxies = { QStringLiteral("127.0.0.1"), QStringLiteral("fd00::/8") };
    const ReceiverSecrets secrets =
            ReceiverSecrets::fromToken(generateToken())
                    .rotated(Secret::fromText(generateToken()), now() + 48h);
    views::SettingsDialog dialog(settings, secrets, nullptr);
    dialog.setState({ ReceiverState::Phase::Listening,
                      QStringLiteral("http://127.0.0.1:8787/webhook"),
                      {} });
    dialog.setSecretDescription(QStringLiteral("in the system's secret store"));
    dialog.setCertificate(certificate());
    dialog.setVisible(true);
    auto *pages = dialog.findChild<QListWidget *>(QStringLiteral("settingsDialog.pages"));
    for (int row = 0; row < pages->count(); ++row) {
        pages->setCurrentRow(row);
        shoot(dialog, QStringLiteral("%1-%2").arg(look, pages->item(row)->text().toLower()));
    }
    pages->setCurrentRow(0);
    const auto press = [&dialog](const char *name) {
        dialog.findChild<QPushButton *>(QLatin1String("settingsDialog.") + QLatin1String(name))
                ->click();
    };
    press("token.generate");
    shoot(dialog, look + QStringLiteral("-rotation"));
    auto *mode = dialog.findChild<QComboBox *>(QStringLiteral("settingsDialog.auth"));
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    press("url.make");
    press("url.copy");
    shoot(dialog, look + QStringLiteral("-url"));
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_End);
    auto *address = dialog.findChild<QComboBox *>(QStringLiteral("settingsDialog.address"));
    address->setFocus();
    QTest::keyClick(address, Qt::Key_Down);
    press("apply");
    shoot(dialog, look + QStringLiteral("-open"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    views::Theme theme;
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1])))
        qFatal("usage: settingsshots FOLDER");
    QDir::setCurrent(QString::fromLocal8Bit(argv[1]));
    const QString width = QString::number(application.primaryScreen()->size().width());
    for (const bool dark : { false, true }) {
        theme.applyTheme(dark ? views::Theme::Look::Dark : views::Theme::Look::Light);
        shootPages((dark ? QStringLiteral("dark-") : QStringLiteral("light-")) + width);
    }
    return 0;
}
