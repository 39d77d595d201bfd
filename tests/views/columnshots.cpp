// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of columns, their dialog and the comparison, for looking at: columnshots FOLDER.
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "models/ports/payloadvalues.h"
#include "sampleevents.h"
#include "shots.h"
#include "views/compare/comparedialog.h"
#include "views/mainwindow.h"
#include "views/pages/columnsdialog.h"
#include "views/pages/eventspage.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

namespace {

/// Addresses and finders as a payload might carry them.
class Payload final : public models::PayloadValues
{
public:
    quint64 request(const QList<qint64> &ids, const QStringList &paths) override
    {
        const quint64 number = ++m_last;
        QTimer::singleShot(0, this, [=, this] {
            models::PayloadTexts texts;
            for (const qint64 id : ids) {
                QStringList values;
                for (const QString &path : paths)
                    values += path.endsWith(QLatin1String("url"))
                            ? QStringLiteral("https://shop%1.example/api/v%2/orders")
                                      .arg(id % 7)
                                      .arg(id % 3)
                            : id % 4 == 0 ? QString()
                                          : QStringLiteral("WEBSITE_CRAWLER, CLOUD");
                texts.insert(id, values);
            }
            emit read(number, texts, false);
        });
        return number;
    }

private:
    quint64 m_last = 0;
};

models::TableLayout layoutOf(const char *text)
{
    return *models::TableLayout::parse(QString::fromLatin1(text));
}

models::EventComparison comparison()
{
    models::EventComparison result;
    result.left.event.title = QStringLiteral("The server certificate expires in 30 days");
    result.right.event.title = QStringLiteral("The server certificate expired");
    result.left.received = models::now() - std::chrono::hours(72);
    result.right.received = models::now();
    result.left.event.body =
            R"({"version":1,"time":"2026-11-21T10:00:00Z","event":{"type":"API_SECURE__POLICY_VIOLATION_OPENED","id":"924f1fb0","data":{"status":"OPEN","severity":"IMPORTANT","title":"The server certificate expires in 30 days","description":"The certificate that shop12.example presents on port 443 was issued by Example CA and expires in 30 days. Clients that check certificates will then refuse to connect, so that orders are lost.","affected_asset":{"name":"shop12.example","hosted_on":"UNKNOWN","url":"https://shop12.example"},"tags":["tls","shop"],"policy":{"name":"TLS","id":"77"}}}})";
    result.right.event.body =
            R"({"version":1,"time":"2026-11-24T10:00:00Z","event":{"type":"API_SECURE__POLICY_VIOLATION_OPENED","id":"924f1fb0","data":{"status":"OPEN","severity":"URGENT","title":"The server certificate expired","description":"The certificate that shop12.example presents on port 443 was issued by Example CA and expired yesterday. Clients that check certificates refuse to connect, so that orders are lost.","affected_asset":{"name":"shop12.example","hosted_on":"AMAZON","url":"https://shop12.example"},"tags":["tls","shop","outage"],"policy":{"name":"TLS","id":"77"},"reopened":true}}})";
    result.all = *models::compareBodies(result.left.event.body, result.right.event.body);
    return result;
}

void save(QWidget &widget, const QString &file)
{
    QTest::qWait(80);
    widget.grab().save(file);
}

void shoot(const Shot &shot)
{
    models::EventIndex index;
    models::EventQuery query(index);
    models::EventsModel model(index, query);
    Payload payload;
    model.setPayloadValues(payload);
    SampleEvents samples;
    auto *page = new views::EventsPage(model, query, new QLabel);
    views::MainWindow window;
    window.addPage(page, QStringLiteral("Events"), QLatin1String("inbox"));
    index.append(samples.realistic(300));
    window.resize(shot.size);
    page->setTableLayout(layoutOf("columns=time severity status title asset "
                                  "+.data.affected_asset.url:220 +.data.discovered_via +age; "
                                  "sort=-severity +title"));
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    (void)QTest::qWaitFor([&query] { return !query.busy(); });
    save(window, shot.file(QStringLiteral("columns")));
    views::ColumnsDialog dialog(page->tableLayout(), &window);
    dialog.show();
    dialog.findChild<QLineEdit *>(QStringLiteral("columnsDialog.path"))
            ->setText(QStringLiteral("data..x"));
    save(dialog, shot.file(QStringLiteral("dialog")));
    views::CompareDialog compare(&window);
    compare.show(comparison());
    save(compare, shot.file(QStringLiteral("compare")));
}

} // namespace

int main(int argc, char **argv)
{
    return makeShots(argc, argv, "columnshots", { QStringLiteral("columns") }, &shoot);
}
