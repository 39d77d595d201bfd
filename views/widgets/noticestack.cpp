// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/noticestack.h"

#include <QVBoxLayout>

namespace views {

NoticeStack::NoticeStack(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("notices"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void NoticeStack::setNotice(const QString &key, NoticeLevel level, const QString &text,
                            const QString &action)
{
    if (text.isEmpty())
        return clearNotice(key);
    if (const auto known = m_notices.constFind(key); known != m_notices.cend()) {
        if (known->text == text && known->level == level && known->action == action)
            return;
        clearNotice(key);
    }
    auto *bar = new MessageBar(this);
    bar->setObjectName(u"notice." % key);
    bar->setLevel(level);
    bar->setClosable(level == NoticeLevel::Information);
    connect(bar, &MessageBar::actionRequested, this, [this, key] { emit noticeActivated(key); });
    connect(bar, &MessageBar::closed, this, [this, key, bar] {
        m_notices[key].bar = nullptr;
        bar->deleteLater();
    });
    place(bar, level);
    bar->showMessage(text, action);
    m_notices.insert(key, { level, text, action, bar });
}

void NoticeStack::place(MessageBar *bar, NoticeLevel level)
{
    int at = 0;
    for (const Notice &notice : std::as_const(m_notices))
        at += notice.bar && notice.level >= level ? 1 : 0;
    m_column->insertWidget(at, bar);
}

void NoticeStack::clearNotice(const QString &key)
{
    const Notice notice = m_notices.take(key);
    if (!notice.bar)
        return;
    m_column->removeWidget(notice.bar);
    notice.bar->hide();
    notice.bar->deleteLater(); // its own button may be what led here
}

QString NoticeStack::text(const QString &key) const
{
    const Notice notice = m_notices.value(key);
    return notice.bar ? notice.text : QString();
}

bool NoticeStack::saysBeside(const QString &key, const QString &text) const
{
    for (auto notice = m_notices.cbegin(); notice != m_notices.cend(); ++notice) {
        if (notice.key() != key && notice->bar && notice->text.contains(text))
            return true;
    }
    return false;
}

} // namespace views
