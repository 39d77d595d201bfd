// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/settingspage.h"

#include <array>

class QSpinBox;

namespace views {

class ProblemLabel;

/// How many days an issue of each severity may stay open, or that it may for ever. GUI thread.
class OverduePage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit OverduePage(QWidget *parent = nullptr);

    QString title() const override;
    void load(const models::Settings &settings, const models::ReceiverSecrets &secrets) override;
    void store(models::Settings &settings, models::ReceiverSecrets &secrets) const override;
    QWidget *showProblem(const models::SettingsProblem &problem) override;
    void clearProblems() override;

private:
    QSpinBox *makeBox(models::Severity severity);
    void build();
    void showPolicy(const models::OverduePolicy &policy);
    QSpinBox *box(models::Severity severity) const { return m_boxes.at(std::size_t(severity)); }

    std::array<QSpinBox *, models::severityCount> m_boxes {}; ///< by severity; in days, 0: never
    ProblemLabel *m_problem;
};

} // namespace views
