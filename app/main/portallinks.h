// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QObject>

class QWidget;

namespace models {
class Archive;
class UrlOpener;
struct StoredEvent;
} // namespace models

namespace views {
class LinkGuard;
} // namespace views

namespace app {

class ReceiverControl;

/// The way out of one window to the portal: every link goes past the guard, and a host that the
/// person allows there is kept in the settings. GUI thread.
class PortalLinks final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    PortalLinks(models::Archive &archive, ReceiverControl &control, models::UrlOpener &opener,
                QWidget &window);

    void open(const QString &url);
    /// What an event is about, or the asset that it names. The event is read from the store first.
    void openSubject(qint64 event) { load(event, models::Link::Kind::Subject); }
    void openAsset(qint64 event) { load(event, models::Link::Kind::Asset); }

signals:
    /// Something happened that the status bar should tell.
    void said(const QString &what);

private:
    void load(qint64 event, models::Link::Kind wanted);
    void take(const models::StoredEvent &stored);
    void allow(const QString &host);

    models::Archive &m_archive;
    ReceiverControl &m_control;
    views::LinkGuard *m_guard; // a child of the window
    qint64 m_toOpen = 0; ///< the event that is waited for
    models::Link::Kind m_wanted = models::Link::Kind::Subject;
};

} // namespace app
