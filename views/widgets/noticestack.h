// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/messagebar.h"

#include <QHash>

class QVBoxLayout;

namespace views {

/// Several messages below each other, each known by a key, the gravest on top. Information can be
/// dismissed and then stays away until its text changes; what is graver lasts as long as it is
/// true. GUI thread.
class NoticeStack final : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeStack(QWidget *parent = nullptr);

    void setNotice(const QString &key, NoticeLevel level, const QString &text,
                   const QString &action = {});
    void clearNotice(const QString &key);
    /// The text shown under a key; empty where none is.
    QString text(const QString &key) const;
    /// True if a notice under another key has `text` in it.
    bool saysBeside(const QString &key, const QString &text) const;

signals:
    /// The button of a notice was pressed.
    void noticeActivated(const QString &key);

private:
    struct Notice
    {
        NoticeLevel level = NoticeLevel::Problem;
        QString text;
        QString action;
        MessageBar *bar = nullptr; ///< none: dismissed
    };
    void place(MessageBar *bar, NoticeLevel level);

    QVBoxLayout *m_column;
    QHash<QString, Notice> m_notices;
};

} // namespace views
