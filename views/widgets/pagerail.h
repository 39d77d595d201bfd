// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace views {

/// The slim rail at the left of the window: a button for each page, icon over word, the current
/// one marked. GUI thread.
class PageRail final : public QWidget
{
    Q_OBJECT
public:
    explicit PageRail(QWidget *parent = nullptr);

    /// Adds a button for a checkable action.
    void addPage(QAction *action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
};

} // namespace views
