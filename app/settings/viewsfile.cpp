// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewsfile.h"

#include "app/shared/privatefolder.h"
#include "models/savedviews/viewtext.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace app {

namespace {

/// A name beside the file that nothing has yet.
QString nameAside(const QString &path)
{
    QString name = QString(path + QLatin1String(".unreadable"));
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = QString(path + QLatin1String(".unreadable") + QString::number(number));
    return name;
}

} // namespace

ViewsFile::ViewsFile(QString path) : m_path(std::move(path)) { }

models::Result<QByteArray> ViewsFile::readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return models::Failure { tr("%1 cannot be read: %2").arg(path, file.errorString()) };
    return file.read(models::longestViewsText + 1); // one more: then it is too long
}

models::Result<models::Done> ViewsFile::writeText(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return models::Done {};
    return models::Failure { tr("%1 cannot be written: %2").arg(path, file.errorString()) };
}

ViewsFile::Loaded ViewsFile::load() const
{
    if (!QFileInfo::exists(m_path))
        return { models::standardViews(), {} };
    const auto text = readText(m_path);
    if (!text) {
        return {
            models::standardViews(),
            tr("The saved views cannot be read; the standard ones are shown. %1").arg(text.error())
        };
    }
    auto read = models::viewsFromText(text.value());
    if (read && read.value().left.isEmpty())
        return { read.value().views, {} };
    const QString aside = nameAside(m_path);
    const bool kept = QFile::copy(m_path, aside);
    if (!read) {
        return {
            models::standardViews(),
            tr("The saved views cannot be understood; the standard ones are shown. %1 The file "
               "is kept as %2.")
                    .arg(read.error(), kept ? aside : m_path)
        };
    }
    return { read.value().views,
             tr("Some saved views cannot be understood and are left out: %1 The file is kept as "
                "%2.")
                     .arg(read.value().left.join(QLatin1Char(' ')).left(400),
                          kept ? aside : m_path) };
}

models::Result<models::Done> ViewsFile::save(const QList<models::SavedView> &views) const
{
    makePrivateFolder(QFileInfo(m_path).absolutePath()); // what fails shows below
    auto done = writeText(m_path, models::viewsText(views));
    if (!done) {
        return models::Failure {
            tr("The views could not be kept; they hold until the program ends. %1")
                    .arg(done.error())
        };
    }
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return done;
}

} // namespace app
