// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/limitrules.h"
#include "views/settings/settingspage.h"

#include <QList>

class QCheckBox;
class QGridLayout;
class QSpinBox;

namespace views {

class ProblemLabel;

/// What a sender may make the receiver hold and wait for. GUI thread.
class LimitsPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit LimitsPage(QWidget *parent = nullptr);

    QString title() const override;
    void load(const models::Settings &settings, const models::ReceiverSecrets &secrets) override;
    void store(models::Settings &settings, models::ReceiverSecrets &secrets) const override;
    QWidget *showProblem(const models::SettingsProblem &problem) override;
    void clearProblems() override;

private:
    /// One limit and the box that edits it in its unit.
    struct Row
    {
        models::LimitRange range;
        QSpinBox *box = nullptr;
        int shown = 0; ///< what load() made of the value
    };
    QSpinBox *makeBox(const models::LimitRange &range);
    void build();
    void showLimits(const models::ReceiverLimits &limits);
    models::ReceiverLimits limits() const;
    QWidget *offender() const;

    models::ReceiverLimits m_loaded;
    QList<Row> m_rows;
    QCheckBox *m_metrics;
    ProblemLabel *m_problem;
};

} // namespace views
