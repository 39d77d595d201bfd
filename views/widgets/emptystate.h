// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace views {

/// What stands in the place of a list that has nothing to show: a picture, what is the case, and
/// the next step. GUI thread.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    struct Content
    {
        QLatin1String icon;
        QString title; ///< large, one sentence
        QString text; ///< plain; what it means and what to do
        QString action; ///< the button's text; empty: no button
        QStringList offers {}; ///< smaller steps above it, one button each
    };

    explicit EmptyState(QWidget *parent = nullptr);

    void showContent(const Content &content);
    QString title() const;

signals:
    /// The button was pressed.
    void actionRequested();
    /// One of the offers was taken.
    void offerTaken(int offer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();
    void showOffers(const QStringList &offers);

    QLatin1String m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_offers;
    QStringList m_shownOffers;
    QPushButton *m_button;
};

} // namespace views
