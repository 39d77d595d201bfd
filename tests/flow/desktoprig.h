// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/desktop.h"
#include "models/domain/decoder.h"
#include "testpaths.h"
#include "views/desktop/desktopurlopener.h"
#include "views/mainwindow.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The whole program with its window, in a folder of its own; it can be stopped and started again.
class DesktopRig final
{
public:
    static constexpr QLatin1String token { "a-token-for-the-flow-test" };

    std::unique_ptr<app::Desktop> desktop;
    models::ReceiverState state; ///< as it was told last

    ~DesktopRig() { (void)stop(); }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    /// `port` 0: any free one. False: something is missing, or the window did not appear.
    bool start(const QSize &size, quint16 port = 0)
    {
        QFile file(path("token"));
        if (!m_folder.isValid() || !file.open(QIODevice::WriteOnly)
            || file.write(QString(token).toUtf8()) != token.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return false;
        file.close();
        app::Options options;
        options.dataDir = path("data");
        options.port = port;
        options.tokenFile = path("token");
        if (!url().ok())
            return false;
        desktop = std::make_unique<app::Desktop>(options, url().value(), app::Desktop::Mode::Full,
                                                 m_opener);
        QObject::connect(desktop.get(), &app::Desktop::stateChanged, desktop.get(),
                         [this](const models::ReceiverState &told) { state = told; });
        desktop->start();
        desktop->window().resize(size);
        desktop->window().show();
        return QTest::qWaitForWindowExposed(&desktop->window());
    }
    /// True as soon as it receives.
    bool listening() const
    {
        return QTest::qWaitFor(
                [this] { return state.phase == models::ReceiverState::Phase::Listening; }, 60000);
    }
    /// Hands a sample of the test data to the store, as the receiver does; false: it could not.
    bool deliver(const char *name) const
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/samples/") + QLatin1String(name));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        models::Delivery delivery;
        delivery.received = models::now();
        delivery.peer = QStringLiteral("127.0.0.1");
        delivery.path = QStringLiteral("/webhook");
        delivery.decoded = models::decodeBody(file.readAll());
        return desktop->sink().submit(std::move(delivery));
    }
    /// Another program on the same store, which only shows it; its window is not shown.
    std::unique_ptr<app::Desktop> startViewer()
    {
        app::Options options;
        options.dataDir = path("viewer");
        auto viewer = std::make_unique<app::Desktop>(options, url().value(),
                                                     app::Desktop::Mode::Viewer, m_opener);
        viewer->start();
        return viewer;
    }
    /// False: it does not come to its end. Not running: does nothing.
    bool stop()
    {
        if (!desktop)
            return true;
        QSignalSpy finished(desktop.get(), &app::Desktop::finished);
        desktop->stop();
        if (finished.isEmpty() && !finished.wait(60000))
            return false;
        desktop.reset();
        state = {};
        return true;
    }

private:
    models::Result<app::DatabaseUrl> url() const
    {
        return app::DatabaseUrl::parse(QLatin1String("sqlite:") % path("data/watchfloor.sqlite"));
    }

    const QTemporaryDir m_folder;
    views::DesktopUrlOpener m_opener;
};
