// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/linkdialog.h"

#include "models/items/eventtext.h"
#include "views/widgets/plaintext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr qsizetype longestShown = 4096;
constexpr qsizetype longestName = 60;

/// An address with what cannot be seen made visible, and nothing else changed.
QString visibleAddress(const QString &rawUrl)
{
    const QString bounded = rawUrl.left(longestShown);
    QString shown;
    for (const QChar c : bounded) {
        if (c.isPrint() && (c == QLatin1Char(' ') || !c.isSpace()))
            shown += c;
        else
            shown += QStringLiteral("[U+%1]").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
    }
    return rawUrl.size() > longestShown ? QString(shown + QChar(0x2026)) : shown;
}

} // namespace

LinkDialog::LinkDialog(const QString &rawUrl, const models::SafeUrl &url, QWidget *parent)
    : QDialog(parent)
{
    const bool refused = url.verdict() == models::SafeUrl::Verdict::Refused;
    setWindowTitle(refused ? tr("Link not opened") : tr("Open this link?"));
    build(refused ? tr("This link is not opened.") : tr("This link leads to"), url.host(), rawUrl,
          url.reason());
    if (!url.allowName().isEmpty()) {
        m_allow = new QCheckBox(tr("&Always open links to %1")
                                        .arg(models::singleLine(url.allowName(), longestName)),
                                this);
        m_allow->setObjectName(QStringLiteral("linkDialog.allow"));
        m_allow->setAccessibleName(tr("Always open links to this host"));
        m_allow->setToolTip(tr("Counts for exactly this host. The settings can take it back."));
        layout()->addWidget(m_allow);
    }
    addButtons(rawUrl, !refused);
}

LinkDialog::LinkDialog(const QString &rawUrl, const QString &failure, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Link not opened"));
    build(tr("The link could not be opened."), {}, rawUrl, failure);
    addButtons(rawUrl, false);
}

void LinkDialog::build(const QString &heading, const QString &host, const QString &rawUrl,
                       const QString &reason)
{
    setObjectName(QStringLiteral("linkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(8);
    QLabel *title = plainLabel(heading, this);
    rows->addWidget(title);

    if (host.isEmpty()) {
        QFont large = title->font();
        large.setWeight(QFont::DemiBold);
        title->setFont(large);
    } else {
        QLabel *name = plainLabel(models::singleLine(host), this);
        name->setObjectName(QStringLiteral("linkDialog.host"));
        name->setAccessibleName(tr("Host"));
        name->setWordWrap(true);
        name->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QFont large = name->font();
        large.setPointSizeF(large.pointSizeF() * 1.6);
        large.setWeight(QFont::DemiBold);
        name->setFont(large);
        rows->addWidget(name);
    }

    QLabel *why = plainLabel(reason, this);
    why->setObjectName(QStringLiteral("linkDialog.reason"));
    why->setWordWrap(true);
    rows->addWidget(why);

    auto *address = new QPlainTextEdit(visibleAddress(rawUrl), this);
    address->setObjectName(QStringLiteral("linkDialog.address"));
    address->setAccessibleName(tr("Whole address"));
    address->setReadOnly(true);
    address->setTabChangesFocus(true);
    address->setWordWrapMode(QTextOption::WrapAnywhere);
    address->setMinimumWidth(56 * fontMetrics().averageCharWidth());
    address->setFixedHeight(4 * fontMetrics().lineSpacing()
                            + 2 * int(address->document()->documentMargin())
                            + 2 * address->frameWidth());
    rows->addWidget(address);
}

void LinkDialog::addButtons(const QString &rawUrl, bool canOpen)
{
    auto *box = new QDialogButtonBox(this);
    auto *stop = box->addButton(canOpen ? QDialogButtonBox::Cancel : QDialogButtonBox::Close);
    stop->setObjectName(QStringLiteral("linkDialog.cancel"));
    connect(stop, &QPushButton::clicked, this, &QDialog::reject);
    auto *copy = box->addButton(tr("&Copy link"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("linkDialog.copy"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this, rawUrl] {
        QGuiApplication::clipboard()->setText(rawUrl);
        reject();
    });
    if (canOpen) {
        auto *go = box->addButton(tr("&Open anyway"), QDialogButtonBox::AcceptRole);
        go->setObjectName(QStringLiteral("linkDialog.open"));
        go->setAutoDefault(false);
        connect(go, &QPushButton::clicked, this, [this] {
            emit openConfirmed(m_allow && m_allow->isChecked());
            accept();
        });
    }
    stop->setIcon({}); // words are enough
    stop->setDefault(true);
    stop->setFocus();
    layout()->addWidget(box);
}

} // namespace views
