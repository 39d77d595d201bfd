// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"
#include "models/domain/severity.h"
#include "models/domain/status.h"
#include "models/index/valuegesture.h"

#include <QWidget>

#include <optional>

namespace views {

/// A word in a rounded frame. A severity has its shape before the word and a tinted ground, a
/// status is outlined only: colour is never the only sign. Colours follow the palette.
/// GUI thread.
class Badge final : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);

    void setSeverity(models::Severity severity, const QString &word);
    void setStatus(models::Status status, const QString &word);
    void setResult(models::DeliveryResult result, const QString &word);
    /// A quiet badge without a meaning of its own, such as a count.
    void setPlain(const QString &word);
    const QString &word() const { return m_word; }
    /// The value that the badge shows; without a text: none.
    void setValue(const models::ValueRef &value) { m_value = value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// The person asks what can be done with the value.
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setWord(const QString &word, const QString &accessible);
    bool hasShape() const { return m_severity || m_result; }
    int shapeSize() const;

    std::optional<models::Severity> m_severity;
    std::optional<models::Status> m_status;
    std::optional<models::DeliveryResult> m_result;
    QString m_word;
    models::ValueRef m_value;
};

} // namespace views
