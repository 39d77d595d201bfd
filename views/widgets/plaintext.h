// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace views {

/// A tool tip that shows `text` as it is: tool tips guess whether a text is HTML, and texts of
/// events come from outside. At most 2,000 characters. Empty stays empty.
QString plainToolTip(const QString &text);

/// A label that never reads its text as HTML.
QLabel *plainLabel(const QString &text, QWidget *parent);

} // namespace views
