// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/triagedialog.h"

#include "views/widgets/plaintext.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

namespace {

using models::ActKind;

struct Words
{
    QString title;
    QString confirm;
};

Words wordsOf(ActKind kind, int issues)
{
    const QString many = QLocale().toString(issues);
    const bool one = issues == 1;
    switch (kind) {
    case ActKind::Acknowledge:
        return { one ? TriageDialog::tr("Acknowledge this issue")
                     : TriageDialog::tr("Acknowledge %1 issues").arg(many),
                 TriageDialog::tr("&Acknowledge") };
    case ActKind::Assign:
        return { one ? TriageDialog::tr("Assign this issue")
                     : TriageDialog::tr("Assign %1 issues").arg(many),
                 TriageDialog::tr("A&ssign") };
    case ActKind::Snooze:
        return { one ? TriageDialog::tr("Snooze this issue")
                     : TriageDialog::tr("Snooze %1 issues").arg(many),
                 TriageDialog::tr("&Snooze") };
    default:
        return { one ? TriageDialog::tr("Note on this issue")
                     : TriageDialog::tr("Note on %1 issues").arg(many),
                 TriageDialog::tr("&Add note") };
    }
}

} // namespace

TriageDialog::TriageDialog(ActKind kind, int issues, const QString &me, QWidget *parent)
    : QDialog(parent), m_kind(kind)
{
    setObjectName(QStringLiteral("triageDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const Words words = wordsOf(kind, issues);
    setWindowTitle(words.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto *heading = plainLabel(words.title, this);
    QFont large = heading->font();
    large.setWeight(QFont::DemiBold);
    heading->setFont(large);
    column->addWidget(heading);
    if (kind == ActKind::Assign)
        addName(me);
    else if (kind == ActKind::Acknowledge)
        addText(tr("&Why (optional)"));
    else if (kind == ActKind::Note)
        addText(tr("&Note"));
    if (kind == ActKind::Acknowledge)
        addUntil(tr("&Until"), true);
    else if (kind == ActKind::Snooze)
        addUntil(tr("&Until"), false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_confirm = buttons->addButton(words.confirm, QDialogButtonBox::AcceptRole);
    m_confirm->setObjectName(QStringLiteral("triageDialog.confirm"));
    m_confirm->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit confirmed(act());
        accept();
    });
    column->addSpacing(8);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    check();
}

void TriageDialog::addText(const QString &label)
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("triageDialog.text"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 5);
    auto *name = new QLabel(label, this);
    name->setBuddy(m_text);
    m_text->setAccessibleName(QString(label).remove(u'&'));
    layout()->addWidget(name);
    layout()->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TriageDialog::check);
}

void TriageDialog::addName(const QString &me)
{
    m_name = new QLineEdit(me, this);
    m_name->setObjectName(QStringLiteral("triageDialog.name"));
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("Nobody"));
    m_name->selectAll();
    auto *name = new QLabel(tr("&To"), this);
    name->setBuddy(m_name);
    m_name->setAccessibleName(tr("To"));
    layout()->addWidget(name);
    layout()->addWidget(m_name);
}

void TriageDialog::addUntil(const QString &label, bool optional)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QDateTime now = QDateTime::currentDateTime();
    m_until = new QDateTimeEdit(now.addDays(optional ? 30 : 1), line);
    m_until->setObjectName(QStringLiteral("triageDialog.until"));
    m_until->setAccessibleName(tr("Until"));
    m_until->setCalendarPopup(true);
    m_until->setMinimumDateTime(now);
    m_until->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    if (optional) {
        m_hasUntil = new QCheckBox(label, line);
        m_hasUntil->setObjectName(QStringLiteral("triageDialog.hasUntil"));
        connect(m_hasUntil, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
        m_until->setEnabled(false);
        row->addWidget(m_hasUntil);
    } else {
        auto *name = new QLabel(label, line);
        name->setBuddy(m_until);
        row->addWidget(name);
    }
    row->addWidget(m_until);
    row->addStretch(1);
    layout()->addWidget(line);
}

void TriageDialog::check()
{
    if (m_confirm && m_kind == ActKind::Note)
        m_confirm->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
}

models::TriageAct TriageDialog::act() const
{
    models::TriageAct act;
    act.kind = m_kind;
    if (m_text)
        act.text = m_text->toPlainText().trimmed().left(models::TriageAct::longestText);
    if (m_name)
        act.text = m_name->text().trimmed();
    if (m_until && (!m_hasUntil || m_hasUntil->isChecked()))
        act.until =
                models::Instant(std::chrono::milliseconds(m_until->dateTime().toMSecsSinceEpoch()));
    return act;
}

} // namespace views
