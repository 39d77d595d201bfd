// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/keys/keysheet.h"

#include "views/keys/dialogkeys.h"
#include "views/keys/keydelegate.h"
#include "views/keys/keylines.h"
#include "views/widgets/icon.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

KeySheet::KeySheet(const QList<KeyNote> &lines, QWidget *parent)
    : QDialog(parent), m_model(lines), m_filter(new QLineEdit(this)), m_list(new QListView(this)),
      m_none(plainLabel(tr("No key matches."), this))
{
    setObjectName(QStringLiteral("keySheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    m_filter->setObjectName(QStringLiteral("keySheet.filter"));
    m_filter->setPlaceholderText(tr("Find a key by what it does or by its name"));
    m_filter->setAccessibleName(tr("Find a key"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(100);
    m_filter->setMinimumHeight(32);
    m_filter->addAction(icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_none->setObjectName(QStringLiteral("keySheet.none"));
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->hide();
    makeList(lines);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter leaves it open
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    column->addWidget(buttons);
    resize(640, 680);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &KeySheet::find);
    m_filter->setFocus();
}

void KeySheet::makeList(const QList<KeyNote> &lines)
{
    auto *delegate = new KeyDelegate(m_list);
    m_list->setObjectName(QStringLiteral("keySheet.list"));
    m_list->setAccessibleName(tr("Keys"));
    m_list->setItemDelegate(delegate);
    m_list->setModel(&m_model);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    int widest = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QStringList caps = m_model.index(row).data(KeysModel::CapsRole).toStringList();
        widest = qMax(widest, KeyDelegate::capsWidth(fontMetrics(), caps));
    }
    delegate->setCapsWidth(widest);
    m_list->setVisible(!lines.isEmpty());
}

void KeySheet::find(const QString &text)
{
    m_model.setFilter(text);
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any);
    m_none->setVisible(!any);
    m_list->scrollToTop();
}

bool KeySheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool moves = isPressed(DialogKey::NextKey, key)
                || isPressed(DialogKey::KeyBefore, key) || isPressed(DialogKey::NextKeys, key)
                || isPressed(DialogKey::KeysBefore, key);
        if (moves)
            return QCoreApplication::sendEvent(m_list, event), true;
    }
    return QDialog::eventFilter(watched, event);
}

void showKeySheet(QWidget &window)
{
    auto *sheet = window.findChild<KeySheet *>({}, Qt::FindDirectChildrenOnly);
    if (!sheet) {
        sheet = new KeySheet(keyLinesWithDialogs(window), &window);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->resize(sheet->width(), qBound(480, window.height() - 120, 880));
    }
    sheet->show();
    sheet->raise();
    sheet->activateWindow();
}

} // namespace views
