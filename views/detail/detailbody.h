// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/safeurl.h"
#include "models/domain/storedevent.h"
#include "models/index/valuegesture.h"
#include "views/detail/eventwords.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace views {

class DetailLinks;
class FactGrid;
class TextBlock;

/// The part of the detail pane that scrolls: what to do first, then the other texts, facts,
/// times and links. What the event does not have is left out. GUI thread.
class DetailBody final : public QScrollArea
{
    Q_OBJECT
public:
    explicit DetailBody(QWidget *parent = nullptr);

    /// Shows another event from its top; the same again (`same`) stays where it was scrolled.
    void show(const models::StoredEvent &stored, const models::LinkPolicy &policy, bool same);
    /// The facts that the person pinned for this type of event; shown above all else.
    void showPinned(const QList<Fact> &facts);
    DetailLinks *links() const { return m_links; }

signals:
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

private:
    struct Section
    {
        QLabel *heading = nullptr;
        TextBlock *text = nullptr;
        QString models::Event::*field = nullptr;
    };
    QLabel *addHeading(const QString &text);
    void addSection(const QString &heading, const QString &name, QString models::Event::*field);

    QVBoxLayout *m_rows;
    std::vector<Section> m_sections;
    QLabel *m_pinnedHeading;
    FactGrid *m_pinned;
    QLabel *m_factsHeading;
    FactGrid *m_facts;
    QLabel *m_linksHeading;
    DetailLinks *m_links;
};

} // namespace views
