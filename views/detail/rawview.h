// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"

#include <QWidget>

class QPlainTextEdit;

namespace views {

/// The event's JSON as text to read, with a button that copies the body as it came. What is
/// shown is bounded: a line by 4,000 characters, the whole by 256 Ki; bidirectional controls
/// show as their JSON escapes, which mean the same. GUI thread.
class RawView final : public QWidget
{
    Q_OBJECT
public:
    explicit RawView(QWidget *parent = nullptr);

    void show(const QString &formatted);

signals:
    void copyRequested();
    /// The person asks what can be done with the value under the pointer or at the cursor; its
    /// field is where it stands in the body.
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

private:
    void showMenu(const QPoint &position);

    QPlainTextEdit *m_text;
};

/// `formatted` within the bounds of RawView. Pure; any thread.
QString boundedJson(const QString &formatted);

} // namespace views
