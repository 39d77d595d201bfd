// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/keys/keynotes.h"

#include <QCoreApplication>
#include <QObject>
#include <QVariant>

namespace views {

namespace {

constexpr const char *property = "keyNotes";

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeyGroup)
};

} // namespace

QString keyGroupTitle(KeyGroup group)
{
    switch (group) {
    case KeyGroup::Window:
        return Words::tr("In the window");
    case KeyGroup::Pages:
        return Words::tr("Pages");
    case KeyGroup::EveryPage:
        return Words::tr("On every page");
    case KeyGroup::UndoPages:
        return Words::tr("On the pages of events and issues");
    case KeyGroup::Tables:
        return Words::tr("In every table");
    case KeyGroup::EventsPage:
        return Words::tr("On the events page");
    case KeyGroup::TriageTables:
        return Words::tr("In the tables of events and issues");
    case KeyGroup::EventsTable:
        return Words::tr("In the table of events");
    case KeyGroup::AssetsTable:
        return Words::tr("In the table of assets");
    case KeyGroup::AccessTable:
        return Words::tr("In the table of users");
    case KeyGroup::Views:
        return Words::tr("Saved views, on the events page");
    case KeyGroup::ViewList:
        return Words::tr("In the list of saved views");
    case KeyGroup::FilterBox:
        return Words::tr("In the filter box of the events");
    case KeyGroup::SearchBox:
        return Words::tr("In the search box of other pages");
    case KeyGroup::Facets:
        return Words::tr("In the facets");
    case KeyGroup::TimeStrip:
        return Words::tr("In the strip of time");
    case KeyGroup::Links:
        return Words::tr("In the links of an event");
    case KeyGroup::Raw:
        return Words::tr("In the raw event");
    case KeyGroup::Timeline:
        return Words::tr("In the history of an issue, asset or user");
    case KeyGroup::Settings:
        return Words::tr("In the settings");
    case KeyGroup::ColumnsDialog:
        return Words::tr("In the dialog of columns");
    case KeyGroup::KeySheet:
        return Words::tr("In this overview");
    case KeyGroup::Others:
        break;
    }
    return Words::tr("Others");
}

void noteKey(QObject &owner, KeyGroup group, const QString &text)
{
    noteKeys(owner, group, { { {}, text } });
}

void noteKeys(QObject &owner, KeyGroup group, QList<KeyNote> notes)
{
    for (KeyNote &note : notes)
        note.group = group;
    owner.setProperty(property, QVariant::fromValue(keyNotes(owner) + notes));
}

QList<KeyNote> keyNotes(const QObject &owner)
{
    return owner.property(property).value<QList<KeyNote>>();
}

} // namespace views
