// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QTimer>

namespace models {
class FacetList;
}

namespace views {

class FacetSection;

/// The facets of a page below each other, each with its values and counts. While counts change,
/// values are put in order again now and then, but never under the pointer. GUI thread.
class FacetPanel final : public QScrollArea
{
    Q_OBJECT
public:
    /// `name` is the object name, before a dot also that of the sections' fold actions. The
    /// models must outlive the panel.
    FacetPanel(const QString &name, const QList<models::FacetList *> &facets,
               QWidget *parent = nullptr);

    const QList<FacetSection *> &sections() const { return m_sections; }
    QSize sizeHint() const override { return { 216, 400 }; }

protected:
    void leaveEvent(QEvent *event) override;

private:
    void sort();

    QList<models::FacetList *> m_models;
    QList<FacetSection *> m_sections;
    QTimer m_rest;
};

} // namespace views
