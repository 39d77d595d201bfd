// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace views {

class JsonPage;
class JsonTextView;
class JsonTreeView;
class SearchLine;

/// An event as it came: its JSON as text or as a tree, with search and the path under the cursor,
/// and the head of the request that brought it. A button copies the body byte for byte. GUI thread.
class RawView final : public QWidget
{
    Q_OBJECT
public:
    explicit RawView(QWidget *parent = nullptr);

    /// `formatted` is the body of event `id`, indented and bounded.
    void show(qint64 id, const QString &formatted);
    /// The head of the request that brought event `id`, secrets masked; empty: none is kept.
    void showHead(qint64 id, const QByteArray &head);

signals:
    void copyRequested();
    void pathCopied();
    /// The head of this event's request is looked at; answered by showHead().
    void headRequested(qint64 id);
    /// The person asks what can be done with the value under the pointer or at the cursor; its
    /// field is where it stands in the body.
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makePathLine();
    void choose(int page);
    JsonPage *page() const;
    void find();
    void step(int by);
    void followPath();
    void askForHead();

    JsonTextView *m_text;
    JsonTreeView *m_tree;
    QPlainTextEdit *m_head;
    QStackedWidget *m_pages;
    SearchLine *m_search;
    QLabel *m_path = nullptr;
    QToolButton *m_copyPath = nullptr;
    QWidget *m_pathLine;
    QLabel *m_cut;
    int m_matches = 0;
    qint64 m_id = 0;
    bool m_asked = false; ///< for the head of m_id
};

} // namespace views
