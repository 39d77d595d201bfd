// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/certificatecard.h"

#include "models/domain/certificatewarning.h"
#include "models/items/eventtext.h"
#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr qsizetype mostNames = 20; // of a certificate that may hold thousands

QString namesText(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(qMin(names.size(), mostNames)))
        shown += models::singleLine(name.left(253));
    if (names.size() > mostNames)
        shown += CertificateCard::tr("and %n more", nullptr, int(names.size() - mostNames));
    return shown.isEmpty() ? CertificateCard::tr("none") : shown.join(QLatin1String(", "));
}

QString untilText(models::Instant until)
{
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(until.time_since_epoch().count());
    const QString day = QLocale().toString(end.date(), QLocale::LongFormat);
    const auto left = std::chrono::floor<std::chrono::days>(until - models::now()).count();
    if (left < 0)
        return CertificateCard::tr("%1 (over)").arg(day);
    if (left == 1)
        return CertificateCard::tr("%1 (1 day left)").arg(day);
    return CertificateCard::tr("%1 (%2 days left)").arg(day, QLocale().toString(qint64(left)));
}

/// A fingerprint broken in the middle: 95 characters fit on no line.
QString twoLines(const QString &print)
{
    constexpr qsizetype half = 16 * 3; // pairs with their colons
    if (print.size() <= half)
        return print;
    return print.left(half) + QLatin1Char('\n') + print.mid(half);
}

} // namespace

CertificateCard::CertificateCard(QWidget *parent)
    : QWidget(parent), m_heading(plainLabel({}, this)), m_warning(plainLabel({}, this)),
      m_facts(new QWidget(this)), m_names(plainLabel({}, m_facts)),
      m_issuer(plainLabel({}, m_facts)), m_until(plainLabel({}, m_facts)),
      m_fingerprint(plainLabel({}, m_facts))
{
    m_heading->setObjectName(QStringLiteral("settingsDialog.certificate.heading"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_warning->setObjectName(QStringLiteral("settingsDialog.certificate.warning"));
    m_names->setObjectName(QStringLiteral("settingsDialog.certificate.names"));
    m_issuer->setObjectName(QStringLiteral("settingsDialog.certificate.issuer"));
    m_until->setObjectName(QStringLiteral("settingsDialog.certificate.until"));
    for (QLabel *label : { m_heading, m_warning, m_names, m_issuer, m_until }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_fingerprint->setObjectName(QStringLiteral("settingsDialog.certificate.fingerprint"));
    m_fingerprint->setAccessibleName(tr("SHA-256 fingerprint"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse
                                           | Qt::TextSelectableByKeyboard);
    m_fingerprint->setFocusPolicy(Qt::StrongFocus);
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *copy = new QPushButton(tr("Co&py"), m_facts);
    copy->setObjectName(QStringLiteral("settingsDialog.certificate.fingerprint.copy"));
    copy->setAccessibleName(tr("Copy fingerprint"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, m_fingerprint,
            [this] { QGuiApplication::clipboard()->setText(m_print); });

    auto *print = new QHBoxLayout;
    print->addWidget(m_fingerprint, 1);
    print->addWidget(copy, 0, Qt::AlignTop);
    print->setSpacing(8);
    auto *form = new QFormLayout(m_facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // fixed-width fonts differ in width
    form->addRow(plainLabel(tr("Made for:"), m_facts), m_names);
    form->addRow(plainLabel(tr("Signed by:"), m_facts), m_issuer);
    form->addRow(plainLabel(tr("Valid until:"), m_facts), m_until);
    QLabel *printLabel = plainLabel(tr("SHA-256 &fingerprint:"), m_facts);
    printLabel->setBuddy(m_fingerprint);
    form->addRow(printLabel, print);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_heading);
    rows->addWidget(m_warning);
    rows->addWidget(m_facts);
}

void CertificateCard::show(const QString &heading,
                           const std::optional<models::CertificateInfo> &certificate)
{
    m_heading->setText(heading);
    m_facts->setVisible(certificate.has_value());
    m_warning->setVisible(false);
    if (!certificate)
        return;
    m_names->setText(namesText(certificate->names));
    m_issuer->setText(certificate->selfSigned
                              ? tr("itself (self-made: senders must be told to trust it)")
                              : models::singleLine(certificate->issuer.left(500)));
    m_until->setText(untilText(certificate->until));
    m_print = certificate->fingerprint;
    m_fingerprint->setText(twoLines(m_print));
    const models::CertificateWarning warning =
            models::certificateWarning(*certificate, models::now());
    m_warning->setText(warning.text);
    m_warning->setVisible(!warning.text.isEmpty());
    m_isUrgent = warning.stage != models::CertificateStage::Month;
    tint();
}

void CertificateCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void CertificateCard::tint()
{
    QPalette tinted = palette();
    const Colors &colors = colorsOf(tinted);
    tinted.setColor(QPalette::WindowText, m_isUrgent ? colors.urgent : colors.medium);
    m_warning->setPalette(tinted);
}

} // namespace views
