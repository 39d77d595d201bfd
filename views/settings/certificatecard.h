// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace views {

/// What a certificate says: names, issuer, end, fingerprint, and what is to do about it. All of
/// it is text from a file and shown as it is. GUI thread.
class CertificateCard final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateCard(QWidget *parent = nullptr);

    /// `heading`: which one it is. Without one only the heading is shown.
    void show(const QString &heading, const std::optional<models::CertificateInfo> &certificate);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    bool m_isUrgent = false;
    QLabel *m_heading;
    QLabel *m_warning;
    QWidget *m_facts;
    QLabel *m_names;
    QLabel *m_issuer;
    QLabel *m_until;
    QLabel *m_fingerprint;
    QString m_print; ///< the fingerprint as it is
};

} // namespace views
