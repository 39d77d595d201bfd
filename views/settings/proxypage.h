// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"
#include "views/settings/settingspage.h"

class QComboBox;
class QPlainTextEdit;

namespace views {

class EntryList;

/// The proxies whose word on the sender is believed, and a configuration for them to copy. GUI
/// thread.
class ProxyPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit ProxyPage(QWidget *parent = nullptr);

    QString title() const override;
    void load(const models::Settings &settings, const models::ReceiverSecrets &secrets) override;
    void store(models::Settings &settings, models::ReceiverSecrets &secrets) const override;
    QWidget *showProblem(const models::SettingsProblem &problem) override;
    void clearProblems() override;
    void showPending(const models::Settings &settings) override;

    /// Where any free port is asked for, the text names the one in use.
    void setState(const models::ReceiverState &state);

private:
    void build();
    void follow();

    models::ReceiverSettings m_pending;
    models::ReceiverState m_state;
    EntryList *m_proxies;
    QComboBox *m_kind;
    QPlainTextEdit *m_text;
};

} // namespace views
