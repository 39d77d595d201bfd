// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"
#include "models/settings/settingsrules.h"

#include <QWidget>

namespace views {

/// One page of the settings dialog. It edits its own part of a copy and leaves the rest alone.
/// GUI thread.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    /// Fills the fields.
    virtual void load(const models::Settings &settings, const models::ReceiverSecrets &secrets) = 0;
    /// Writes the fields into the copy.
    virtual void store(models::Settings &settings, models::ReceiverSecrets &secrets) const = 0;
    /// Shows a problem at its field. Returns the field to focus; null: not this page's.
    virtual QWidget *showProblem(const models::SettingsProblem &problem) = 0;
    virtual void clearProblems() = 0;
    /// What the fields themselves find wrong, before the rules look at the whole.
    virtual QList<models::SettingsProblem> problems() const { return {}; }
    /// What all pages together say now; for texts that depend on fields of other pages.
    virtual void showPending(const models::Settings &) { }

signals:
    /// A field was changed by the person.
    void edited();
};

} // namespace views
