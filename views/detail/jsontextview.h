// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"
#include "views/detail/jsonpage.h"

#include <QPlainTextEdit>

#include <vector>

namespace views {

/// JSON as text to read, select and search. What is shown is bounded as boundedJson() says.
/// GUI thread.
class JsonTextView final : public QPlainTextEdit, public JsonPage
{
    Q_OBJECT
public:
    explicit JsonTextView(QWidget *parent = nullptr);

    void setJson(const QString &text) override;
    int find(const QString &text) override;
    int step(int by) override;
    QString path() const override;

signals:
    void pathChanged();
    /// The person asks what can be done with the value under the pointer or at the cursor.
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMenu(const QPoint &position);
    void paintMatches();

    QString m_wanted;
    std::vector<int> m_matches; ///< where they begin
    int m_current = -1;
};

/// `formatted` for the screen: a line is bounded by 4,000 characters, the whole by 256 Ki;
/// bidirectional controls show as their JSON escapes, which mean the same. Pure; any thread.
QString boundedJson(const QString &formatted);

} // namespace views
