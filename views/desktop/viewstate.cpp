// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/desktop/viewstate.h"

#include "views/widgets/columnheader.h"
#include "views/widgets/filtercompletion.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>

namespace views {

namespace {

QString key(const QObject &object)
{
    return u"view/" % object.objectName();
}

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

ViewState::ViewState(QSettings &settings) : m_settings(settings) { }

void ViewState::restore(QWidget &window) const
{
    window.restoreGeometry(m_settings.value(QStringLiteral("view/geometry")).toByteArray());
    for (ColumnHeader *header : named<ColumnHeader>(window))
        header->restoreColumns(m_settings.value(key(*header)).toByteArray());
    for (QSplitter *splitter : named<QSplitter>(window))
        splitter->restoreState(m_settings.value(key(*splitter)).toByteArray());
    for (FilterCompletion *completion : named<FilterCompletion>(window))
        completion->restoreRecent(m_settings.value(key(*completion)).toStringList());
    for (QAction *action : named<QAction>(window)) {
        if (folds(*action) && m_settings.contains(key(*action)))
            action->setChecked(m_settings.value(key(*action)).toBool());
    }
}

void ViewState::save(const QWidget &window)
{
    m_settings.setValue(QStringLiteral("view/geometry"), window.saveGeometry());
    for (const ColumnHeader *header : named<ColumnHeader>(window))
        m_settings.setValue(key(*header), header->saveColumns());
    for (const QSplitter *splitter : named<QSplitter>(window))
        m_settings.setValue(key(*splitter), splitter->saveState());
    for (const FilterCompletion *completion : named<FilterCompletion>(window))
        m_settings.setValue(key(*completion), completion->recent());
    for (const QAction *action : named<QAction>(window)) {
        if (folds(*action))
            m_settings.setValue(key(*action), action->isChecked());
    }
}

} // namespace views
