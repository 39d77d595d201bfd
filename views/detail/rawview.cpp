// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/rawview.h"

#include "models/items/eventtext.h"
#include "views/detail/jsontextview.h"
#include "views/detail/jsontreeview.h"
#include "views/detail/searchline.h"
#include "views/keys/keynotes.h"
#include "views/widgets/icon.h"
#include "views/widgets/plaintext.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr int grid = 8;
enum Page { TextPage, TreePage, HeadPage };

} // namespace

RawView::RawView(QWidget *parent)
    : QWidget(parent), m_text(new JsonTextView(this)), m_tree(new JsonTreeView(this)),
      m_head(new QPlainTextEdit(this)), m_pages(new QStackedWidget(this)),
      m_search(new SearchLine(this)), m_pathLine(makePathLine()), m_cut(plainLabel({}, this))
{
    m_text->setObjectName(QStringLiteral("detailPane.raw"));
    m_text->setAccessibleName(tr("Raw JSON"));
    m_tree->setObjectName(QStringLiteral("detailPane.raw.tree"));
    m_tree->setAccessibleName(tr("Raw JSON as a tree"));
    m_head->setObjectName(QStringLiteral("detailPane.raw.head"));
    m_head->setAccessibleName(tr("Headers of the request"));
    m_head->setReadOnly(true);
    m_head->setTabChangesFocus(true);
    m_head->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_head->setFrameShape(QFrame::NoFrame);
    m_head->document()->setDocumentMargin(2 * grid);
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_head);

    m_cut->setObjectName(QStringLiteral("detailPane.raw.cut"));
    m_cut->setText(tr("The tree ends early: the event is large or no complete JSON. Copy has all "
                      "of it."));
    m_cut->setWordWrap(true);
    m_cut->setContentsMargins(2 * grid, 0, 2 * grid, grid / 2);
    m_cut->hide();

    auto *searching = new QHBoxLayout;
    searching->setContentsMargins(2 * grid, 0, 2 * grid, grid);
    searching->addWidget(m_search);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addLayout(searching);
    rows->addWidget(m_cut);
    rows->addWidget(m_pages, 1);
    rows->addWidget(m_pathLine);

    connect(m_search, &SearchLine::edited, this, &RawView::find);
    connect(m_search, &SearchLine::stepped, this, &RawView::step);
    connect(m_text, &JsonTextView::pathChanged, this, &RawView::followPath);
    connect(m_tree, &JsonTreeView::pathChanged, this, &RawView::followPath);
    connect(m_text, &JsonTextView::valueMenuRequested, this, &RawView::valueMenuRequested);
    connect(m_tree, &JsonTreeView::valueMenuRequested, this, &RawView::valueMenuRequested);
    noteKeys(*this, KeyGroup::Raw, { { { QKeySequence::Find }, tr("Search within this event") } });
    followPath();
}

/// The page around takes the same key for its own search box: no shortcut, of which Qt would then
/// call neither, but a key that is claimed here.
bool RawView::event(QEvent *event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    const bool finds = (pressed || event->type() == QEvent::ShortcutOverride)
            && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find);
    if (!finds || m_search->isHidden())
        return QWidget::event(event);
    event->accept();
    if (pressed)
        m_search->focusField();
    return true;
}

QWidget *RawView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    buttons->setSpacing(grid / 2);
    auto *group = new QButtonGroup(this);
    const auto add = [&](int page, const QString &text, const QString &name, const QString &said) {
        auto *button = new QPushButton(text, bar);
        button->setObjectName(name);
        button->setAccessibleName(said);
        button->setToolTip(said);
        button->setCheckable(true);
        button->setChecked(page == TextPage);
        group->addButton(button, page);
        buttons->addWidget(button);
    };
    add(TextPage, tr("Te&xt"), QStringLiteral("detailPane.raw.asText"), tr("JSON as text"));
    add(TreePage, tr("Tr&ee"), QStringLiteral("detailPane.raw.asTree"), tr("JSON as a tree"));
    add(HeadPage, tr("&Headers"), QStringLiteral("detailPane.raw.asHead"),
        tr("Headers of the request, secrets masked"));
    connect(group, &QButtonGroup::idClicked, this, &RawView::choose);
    buttons->addStretch();

    auto *copy = new QPushButton(tr("Copy &JSON"), bar);
    copy->setObjectName(QStringLiteral("detailPane.raw.copy"));
    copy->setAccessibleName(tr("Copy JSON"));
    copy->setToolTip(tr("Copies the event exactly as it came."));
    connect(copy, &QPushButton::clicked, this, &RawView::copyRequested);
    buttons->addWidget(copy);
    return bar;
}

QWidget *RawView::makePathLine()
{
    auto *line = new QWidget(this);
    m_path = plainLabel({}, line);
    m_path->setObjectName(QStringLiteral("detailPane.raw.path"));
    m_path->setAccessibleName(tr("Path under the cursor"));
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copyPath = new QToolButton(line);
    m_copyPath->setObjectName(QStringLiteral("detailPane.raw.copyPath"));
    m_copyPath->setAccessibleName(tr("Copy path"));
    m_copyPath->setToolTip(tr("Copies the path, as the filter and the columns know it."));
    m_copyPath->setIcon(icon(QLatin1String("copy")));
    m_copyPath->setAutoRaise(true);
    connect(m_copyPath, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(page()->path());
        emit pathCopied();
    });
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(2 * grid, grid / 2, 2 * grid, grid / 2);
    row->addWidget(m_path, 1);
    row->addWidget(m_copyPath);
    return line;
}

JsonPage *RawView::page() const
{
    if (m_pages->currentIndex() == TreePage)
        return m_tree;
    return m_text;
}

void RawView::choose(int page)
{
    m_pages->setCurrentIndex(page);
    const bool json = page != HeadPage;
    m_search->setVisible(json);
    m_pathLine->setVisible(json);
    m_cut->setVisible(page == TreePage && !m_tree->isComplete());
    if (json)
        find();
    else
        askForHead();
    followPath();
}

void RawView::find()
{
    m_matches = page()->find(m_search->text());
    const int current = page()->step(0);
    m_search->showCount(current, m_matches, m_matches >= JsonPage::mostMatches);
}

void RawView::step(int by)
{
    const int current = page()->step(by);
    m_search->showCount(current, m_matches, m_matches >= JsonPage::mostMatches);
}

void RawView::followPath()
{
    const QString path = page()->path();
    m_path->setText(path.isEmpty() ? tr("Click a value to see its path.")
                                   : models::singleLine(path));
    m_path->setForegroundRole(path.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    m_copyPath->setEnabled(!path.isEmpty());
}

void RawView::show(qint64 id, const QString &formatted)
{
    const bool other = id != m_id;
    m_id = id;
    m_text->setJson(formatted);
    m_tree->setJson(formatted);
    m_cut->setVisible(m_pages->currentIndex() == TreePage && !m_tree->isComplete());
    if (other) {
        m_asked = false;
        m_head->setPlainText(tr("Looking for the request …"));
        if (!m_search->text().isEmpty())
            find();
        followPath();
    }
    if (m_pages->currentIndex() == HeadPage)
        askForHead();
}

void RawView::askForHead()
{
    if (m_asked || m_id == 0)
        return;
    m_asked = true;
    emit headRequested(m_id);
}

void RawView::showHead(qint64 id, const QByteArray &head)
{
    if (id != m_id)
        return;
    m_head->setPlainText(head.isEmpty()
                                 ? tr("No headers are kept for this event: it was imported, or "
                                      "came before requests were put on record.")
                                 : models::multiLine(QString::fromLatin1(head)));
}

} // namespace views
