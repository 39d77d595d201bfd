// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <type_traits>
#include <utility>

namespace app {

/// A thread and the one object that lives on it. The object is made by the caller's thread,
/// moved, and destroyed on its own thread when the worker goes; the destructor waits for that.
/// Talk to the object by queued signals or call().
template<typename T> class Worker final
{
    static_assert(std::is_base_of_v<QObject, T>);

public:
    template<typename... Args>
    explicit Worker(const QString &name, Args &&...args)
        : m_object(new T(std::forward<Args>(args)...))
    {
        m_thread.setObjectName(name);
        m_object->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_object, &QObject::deleteLater);
        m_thread.start();
    }
    ~Worker()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    T &object() { return *m_object; }

    /// Runs `what(object)` on the object's thread, later.
    template<typename F> void call(F what)
    {
        QMetaObject::invokeMethod(
                m_object, [object = m_object, what = std::move(what)]() mutable { what(*object); },
                Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    T *m_object; // owned by its thread: deleted when that finishes
};

} // namespace app
