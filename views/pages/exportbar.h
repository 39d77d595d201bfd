// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <QWidget>

namespace models {
class DeliveryArchive;
}

namespace views {

class MessageBar;

/// Exports requests: asks for the file, shows how far it is with a way to stop it, then says what
/// came of it. Hidden while nothing is exported. GUI thread.
class ExportBar final : public QWidget
{
    Q_OBJECT
public:
    /// `archive` must outlive the bar.
    explicit ExportBar(models::DeliveryArchive &archive, QWidget *parent = nullptr);

    /// Asks for a file without blocking, then exports what matches.
    void ask(const models::DeliveryFilter &filter);
    bool isRunning() const { return m_running; }

private:
    void start(const QString &file, const models::DeliveryFilter &filter);
    void showProgress(qint64 done, qint64 total);
    void finish(const QString &file, const QString &reason);

    models::DeliveryArchive &m_archive;
    MessageBar *m_bar;
    qint64 m_done = 0;
    bool m_running = false;
};

} // namespace views
