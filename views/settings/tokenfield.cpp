// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/tokenfield.h"

#include "models/settings/settingsrules.h"
#include "views/settings/secretclip.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

TokenField::TokenField(std::chrono::milliseconds clipboardTime, QWidget *parent)
    : QWidget(parent), m_clipboardTime(clipboardTime), m_edit(new QLineEdit(this)),
      m_show(new QPushButton(tr("Sho&w"), this)), m_copy(new QPushButton(tr("Co&py"), this)),
      m_hint(plainLabel({}, this))
{
    m_edit->setObjectName(QStringLiteral("settingsDialog.token"));
    m_edit->setAccessibleName(tr("Token"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(600);
    m_edit->setMinimumWidth(28 * fontMetrics().averageCharWidth());
    connect(m_edit, &QLineEdit::textEdited, this, &TokenField::edited);

    m_show->setObjectName(QStringLiteral("settingsDialog.token.show"));
    m_show->setAccessibleName(tr("Show token"));
    m_show->setCheckable(true);
    m_show->setAutoDefault(false);
    connect(m_show, &QPushButton::toggled, m_edit, [this](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });

    auto *generate = new QPushButton(tr("&Generate"), this);
    generate->setObjectName(QStringLiteral("settingsDialog.token.generate"));
    generate->setAccessibleName(tr("Generate token"));
    generate->setAutoDefault(false);
    connect(generate, &QPushButton::clicked, this, [this] {
        setToken(models::generateToken());
        emit edited();
    });

    m_copy->setObjectName(QStringLiteral("settingsDialog.token.copy"));
    m_copy->setAccessibleName(tr("Copy token"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] { copySecret(token()); });
    connect(m_edit, &QLineEdit::textChanged, m_copy,
            [this](const QString &text) { m_copy->setEnabled(!text.isEmpty()); });
    m_copy->setEnabled(false);

    m_hint->setObjectName(QStringLiteral("settingsDialog.token.hint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);

    auto *fields = new QHBoxLayout;
    fields->addWidget(m_edit, 1);
    fields->addWidget(m_show);
    fields->addWidget(generate);
    fields->addWidget(m_copy);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(fields);
    rows->addWidget(m_hint);
    setFocusProxy(m_edit);
    setFocusPolicy(Qt::StrongFocus); // else the label of a form does not lead here
    showHint();
}

QString TokenField::token() const
{
    return m_edit->text().trimmed(); // pasted tokens bring line ends along
}

void TokenField::setToken(const QString &token)
{
    m_edit->setText(token);
    m_edit->setCursorPosition(0);
}

void TokenField::setSecretDescription(const QString &description)
{
    m_description = description;
    showHint();
}

void TokenField::copySecret(const QString &text)
{
    if (text.isEmpty())
        return;
    auto *clip = new SecretClip(text, m_clipboardTime, QGuiApplication::clipboard());
    connect(clip, &SecretClip::ended, this, [this](bool cleared) {
        if (cleared)
            m_clipboardWords = tr("The clipboard has been cleared.");
        else
            m_clipboardWords.clear();
        showHint();
    });
    const qint64 seconds = qMax<qint64>(
            1, std::chrono::duration_cast<std::chrono::seconds>(m_clipboardTime).count());
    m_clipboardWords =
            tr("Copied. The clipboard is cleared in %1 seconds.").arg(QLocale().toString(seconds));
    showHint();
}

void TokenField::showHint()
{
    QStringList sentences;
    if (!m_description.isEmpty())
        sentences += tr("Kept %1.").arg(m_description);
    if (!m_clipboardWords.isEmpty())
        sentences += m_clipboardWords;
    m_hint->setText(sentences.join(QLatin1Char('\n')));
    m_hint->setVisible(!sentences.isEmpty());
}

} // namespace views
