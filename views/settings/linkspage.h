// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/settingspage.h"

namespace views {

class EntryList;

/// The hosts to which links open without asking: those trusted with their sub-domains, and those
/// allowed one by one when a link was asked about. GUI thread.
class LinksPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit LinksPage(QWidget *parent = nullptr);

    QString title() const override;
    void load(const models::Settings &settings, const models::ReceiverSecrets &secrets) override;
    void store(models::Settings &settings, models::ReceiverSecrets &secrets) const override;
    QWidget *showProblem(const models::SettingsProblem &problem) override;
    void clearProblems() override;

private:
    EntryList *m_hosts;
    EntryList *m_allowed;
};

} // namespace views
