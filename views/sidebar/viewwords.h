// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QModelIndex;

namespace views {

class ViewSession;

/// What is behind a row of the saved views: name, filter, how many are unread and open, its key.
QString viewToolTip(const ViewSession &session, const QModelIndex &index);

/// "4 unread, 12 open", for refused requests "17 requests"; empty where it is not known.
QString countWords(const QModelIndex &index);

} // namespace views
