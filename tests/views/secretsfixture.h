// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/settingsfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QMetaProperty>
#include <QSignalSpy>

/// A settings dialog whose requests are watched, for tests of its secrets.
class SecretsFixture : public DialogFixture
{
    Q_OBJECT
protected:
    enum Keep { Hour, Day, Week, Month, NotAtAll };
    enum Mode { Bearer, Url, None };

    void watch(const models::Settings &settings, const models::ReceiverSecrets &secrets)
    {
        m_asked.reset();
        makeWith(settings, secrets);
        m_asked = std::make_unique<QSignalSpy>(m_dialog.get(),
                                               &views::SettingsDialog::applyRequested);
    }
    void end()
    {
        m_asked.reset();
        m_dialog.reset();
        QApplication::clipboard()->clear();
    }
    void apply()
    {
        const qsizetype before = m_asked->size();
        press("apply");
        QVERIFY2(m_asked->size() == before + 1, qPrintable(visibleText()));
        m_settings = m_asked->last().at(0).value<models::Settings>();
        m_secrets = m_asked->last().at(1).value<models::ReceiverSecrets>();
    }
    /// Every text that a property of any object of the dialog holds, dynamic ones as well.
    QString everythingReadable() const
    {
        QStringList texts;
        QList<const QObject *> objects { m_dialog.get() };
        for (const QObject *child : m_dialog->findChildren<QObject *>())
            objects += child;
        for (const QObject *object : std::as_const(objects)) {
            const QMetaObject *meta = object->metaObject();
            for (int i = 0; i < meta->propertyCount(); ++i)
                texts += meta->property(i).read(object).toString();
            for (const QByteArray &name : object->dynamicPropertyNames())
                texts += object->property(name.constData()).toString();
        }
        return texts.join(QLatin1Char('\n'));
    }

    std::unique_ptr<QSignalSpy> m_asked;
    models::Settings m_settings; ///< as last asked for
    models::ReceiverSecrets m_secrets;
};
