// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/rotationfield.h"

#include "views/widgets/plaintext.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours day = 24h;
constexpr std::chrono::hours usual = 7 * day;

QString momentText(models::Instant moment)
{
    const QDateTime local =
            QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count()).toLocalTime();
    return QLocale().toString(local, RotationField::tr("d MMM, HH:mm", "date and time"));
}

} // namespace

RotationField::RotationField(QWidget *parent)
    : QWidget(parent), m_keepLabel(plainLabel(tr("Keep the o&ld one valid for"), this)),
      m_keep(new QComboBox(this)), m_break(plainLabel({}, this)), m_previous(plainLabel({}, this)),
      m_end(new QPushButton(tr("&End now"), this))
{
    m_keep->setObjectName(QStringLiteral("settingsDialog.rotation"));
    m_keep->setAccessibleName(tr("Keep the old one valid for"));
    const auto choice = [this](const QString &words, std::chrono::hours hours) {
        m_keep->addItem(words, qint64(hours.count()));
    };
    choice(tr("1 hour"), 1h);
    choice(tr("1 day"), day);
    choice(tr("7 days"), usual);
    choice(tr("30 days"), 30 * day);
    choice(tr("Not at all"), 0h);
    m_break->setObjectName(QStringLiteral("settingsDialog.rotation.break"));
    m_break->setForegroundRole(QPalette::PlaceholderText);
    m_break->setText(tr("What was used before stops working at once."));
    m_previous->setObjectName(QStringLiteral("settingsDialog.previous"));
    m_end->setObjectName(QStringLiteral("settingsDialog.previous.end"));
    m_end->setAccessibleName(tr("End the old one now"));
    m_end->setAutoDefault(false);
    build();

    connect(m_keep, &QComboBox::activated, this, &RotationField::edited);
    connect(m_end, &QPushButton::clicked, this, [this] {
        m_ended = true;
        follow();
        emit edited();
    });
    load({});
}

void RotationField::build()
{
    m_keepLabel->setBuddy(m_keep);
    auto *keep = new QHBoxLayout;
    keep->setSpacing(8);
    keep->addWidget(m_keepLabel);
    keep->addWidget(m_keep);
    keep->addStretch();
    auto *previous = new QHBoxLayout;
    previous->setSpacing(8);
    previous->addWidget(m_previous, 1);
    previous->addWidget(m_end);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(keep);
    rows->addWidget(m_break);
    rows->addLayout(previous);
}

void RotationField::load(const models::ReceiverSecrets &secrets)
{
    m_ended = false;
    m_change = Change::None;
    m_keep->setCurrentIndex(m_keep->findData(qint64(usual.count())));
    m_previousUntil = secrets.previous.isEmpty() ? std::nullopt : secrets.previousUntil;
    if (m_previousUntil && *m_previousUntil <= models::now())
        m_previousUntil.reset();
    follow();
}

void RotationField::setChange(Change change)
{
    m_change = change;
    follow();
}

void RotationField::follow()
{
    const bool rotates = m_change == Change::Rotation;
    const bool breaks = m_change == Change::Break;
    m_keepLabel->setVisible(rotates);
    m_keep->setVisible(rotates);
    m_break->setVisible(breaks);
    m_previous->setVisible(m_previousUntil.has_value());
    m_end->setVisible(m_previousUntil && !m_ended && m_change == Change::None);
    if (m_previousUntil) {
        // At most one old secret is kept: a new change ends the one before.
        m_previous->setText(m_ended || m_change != Change::None
                                    ? tr("The one before that ends when this is applied.")
                                    : tr("The old one is accepted until %1.")
                                              .arg(momentText(*m_previousUntil)));
    }
    setVisible(rotates || breaks || m_previousUntil);
}

models::ReceiverSecrets RotationField::changed(const models::ReceiverSecrets &secrets,
                                               const models::Secret &fresh) const
{
    const std::chrono::hours hours(m_keep->currentData().toLongLong());
    if (m_change != Change::Rotation || hours == 0h)
        return { fresh, {}, {} };
    return secrets.rotated(fresh, models::now() + hours);
}

models::ReceiverSecrets RotationField::kept(const models::ReceiverSecrets &secrets) const
{
    return m_ended ? models::ReceiverSecrets { secrets.current, {}, {} } : secrets;
}

} // namespace views
