// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/desktop/viewstate.h"

#include "views/detail/detailpane.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/filtercompletion.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>

#include <utility>

namespace views {

namespace {

constexpr QLatin1String geometryKey("geometry");

template<typename T> QList<T *> named(const QWidget &window)
{
    QList<T *> found = window.findChildren<T *>();
    found.removeIf([](const T *child) {
        return child->objectName().isEmpty() || child->objectName().startsWith(u"qt_");
    });
    return found;
}

bool folds(const QAction &action)
{
    return action.isCheckable();
}

} // namespace

ViewState::ViewState(QSettings &settings, QString group)
    : m_settings(settings), m_group(std::move(group))
{
}

QString ViewState::key(const QString &name) const
{
    return m_group % u'/' % name;
}

void ViewState::restore(QWidget &window) const
{
    window.restoreGeometry(m_settings.value(key(geometryKey)).toByteArray());
    for (ColumnHeader *header : named<ColumnHeader>(window))
        header->restoreColumns(m_settings.value(key(header->objectName())).toByteArray());
    for (QSplitter *splitter : named<QSplitter>(window))
        splitter->restoreState(m_settings.value(key(splitter->objectName())).toByteArray());
    for (DetailPane *pane : named<DetailPane>(window))
        pane->restorePinned(m_settings.value(key(pane->objectName())).toStringList());
    for (FilterCompletion *completion : named<FilterCompletion>(window)) {
        completion->restoreRecent(m_settings.value(key(completion->objectName())).toStringList());
    }
    for (QAction *action : named<QAction>(window)) {
        if (folds(*action) && m_settings.contains(key(action->objectName())))
            action->setChecked(m_settings.value(key(action->objectName())).toBool());
    }
}

void ViewState::save(const QWidget &window)
{
    m_settings.setValue(key(geometryKey), window.saveGeometry());
    for (const ColumnHeader *header : named<ColumnHeader>(window))
        m_settings.setValue(key(header->objectName()), header->saveColumns());
    for (const QSplitter *splitter : named<QSplitter>(window))
        m_settings.setValue(key(splitter->objectName()), splitter->saveState());
    for (const DetailPane *pane : named<DetailPane>(window))
        m_settings.setValue(key(pane->objectName()), pane->pinnedTexts());
    for (const FilterCompletion *completion : named<FilterCompletion>(window))
        m_settings.setValue(key(completion->objectName()), completion->recent());
    for (const QAction *action : named<QAction>(window)) {
        if (folds(*action))
            m_settings.setValue(key(action->objectName()), action->isChecked());
    }
}

} // namespace views
