// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/baseline.h"

#include "models/boards/csvrecords.h"
#include "models/domain/eventtime.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>
#include <cmath>

namespace models {

namespace {

/// What an entry is made of, and under which names it comes.
enum Part { Id, Title, AssetName, Level, OpenedAt, PartCount };
struct Name
{
    QLatin1String name;
    Part part;
};
// The better ones first.
constexpr std::array<Name, 16> names { {
        { QLatin1String("uuid"), Id },
        { QLatin1String("id"), Id },
        { QLatin1String("subject"), Id },
        { QLatin1String("subject id"), Id },
        { QLatin1String("subject_id"), Id },
        { QLatin1String("title"), Title },
        { QLatin1String("description"), Title },
        { QLatin1String("asset"), AssetName },
        { QLatin1String("asset name"), AssetName },
        { QLatin1String("asset_name"), AssetName },
        { QLatin1String("relevance"), Level },
        { QLatin1String("severity"), Level },
        { QLatin1String("priority"), Level },
        { QLatin1String("date_created"), OpenedAt },
        { QLatin1String("opened"), OpenedAt },
        { QLatin1String("date created"), OpenedAt },
} };

QString tr(const char *text)
{
    return QCoreApplication::translate("models::Baseline", text);
}

/// A scalar as text; ids are numbers, too, but never ones that were rounded.
QString scalar(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::floor(number) != number || std::abs(number) >= 9.2e18)
        return {};
    return std::abs(number) < exact ? QString::number(qint64(number))
                                    : QString::number(value.toInteger());
}

class Reader final
{
public:
    explicit Reader(const BaselineLimits &limits) : m_limits(limits) { }

    Baseline read(QByteArrayView bytes)
    {
        if (bytes.size() > m_limits.bytes) {
            bytes = bytes.first(m_limits.bytes);
            m_baseline.isCut = true;
        }
        if (bytes.startsWith("\xef\xbb\xbf"))
            bytes = bytes.sliced(3);
        const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 4096)).trimmed();
        if (start.isEmpty())
            tell(0, tr("The list is empty."));
        else if (start.front() == '{')
            readLines(bytes);
        else if (start.front() == '[')
            tell(0, tr("The list is one JSON array; JSON Lines has one object on each line."));
        else
            readCsv(bytes);
        return std::move(m_baseline);
    }

private:
    void readLines(QByteArrayView bytes)
    {
        qint64 line = 0;
        while (!bytes.isEmpty() && hasRoom()) {
            const qsizetype end = bytes.indexOf('\n');
            const QByteArrayView text = (end < 0 ? bytes : bytes.first(end)).trimmed();
            bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
            ++line;
            if (text.isEmpty())
                continue;
            if (text.size() > m_limits.lineBytes)
                refuse(line, tr("The line is too long."));
            else
                readObject(line, text);
        }
    }

    void readObject(qint64 line, QByteArrayView text)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray(), &error);
        if (!document.isObject()) {
            refuse(line, tr("No JSON object: %1").arg(error.errorString()));
            return;
        }
        QJsonObject object = document.object();
        for (const QLatin1String wrapper :
             { QLatin1String("body"), QLatin1String("event"), QLatin1String("data") }) {
            if (object.value(wrapper).isObject())
                object = object.value(wrapper).toObject();
        }
        std::array<QString, PartCount> parts;
        for (const Name &name : names) {
            if (parts[name.part].isEmpty())
                parts[name.part] = scalar(object.value(name.name));
        }
        if (parts[AssetName].isEmpty()) {
            const QJsonObject asset = object.value(QLatin1String("affected_asset")).toObject();
            parts[AssetName] = scalar(asset.value(QLatin1String("name")));
        }
        add(line, parts);
    }

    void readCsv(QByteArrayView bytes)
    {
        const qsizetype end = bytes.indexOf('\n');
        CsvRecords records(bytes, CsvRecords::separatorOf(end < 0 ? bytes : bytes.first(end)));
        std::array<qsizetype, PartCount> columns;
        columns.fill(-1);
        if (!records.next(m_limits.columns, m_limits.lineBytes) || !findColumns(records, columns)) {
            tell(0,
                 tr("The first line names no column uuid or id: neither JSON Lines nor CSV of "
                    "issues."));
            return;
        }
        while (hasRoom() && records.next(m_limits.columns, m_limits.lineBytes)) {
            const std::vector<QByteArray> &fields = records.fields();
            if (fields.size() == 1 && fields.front().trimmed().isEmpty())
                continue;
            if (records.isCut()) {
                refuse(records.line(), tr("The record is too long."));
                continue;
            }
            std::array<QString, PartCount> parts;
            for (std::size_t part = 0; part < parts.size(); ++part) {
                const qsizetype column = columns[part];
                if (column >= 0 && column < qsizetype(fields.size()))
                    parts[part] = QString::fromUtf8(fields[std::size_t(column)]);
            }
            add(records.line(), parts);
        }
    }

    static bool findColumns(const CsvRecords &records, std::array<qsizetype, PartCount> &columns)
    {
        for (const Name &name : names) {
            for (std::size_t i = 0; i < records.fields().size() && columns[name.part] < 0; ++i) {
                const QString header = QString::fromUtf8(records.fields()[i]).trimmed();
                if (header.compare(name.name, Qt::CaseInsensitive) == 0)
                    columns[name.part] = qsizetype(i);
            }
        }
        return columns[Id] >= 0;
    }

    void add(qint64 line, std::array<QString, PartCount> &parts)
    {
        for (QString &part : parts)
            part = part.trimmed();
        if (parts[Id].isEmpty()) {
            refuse(line, tr("There is no id."));
            return;
        }
        if (parts[Id].size() > m_limits.text) {
            refuse(line, tr("The id is too long."));
            return;
        }
        const qsizetype before = m_ids.size();
        m_ids.insert(parts[Id].toLower());
        if (m_ids.size() == before) {
            ++m_baseline.repeated;
            return;
        }
        const auto cut = [this](const QString &text) { return text.left(m_limits.text); };
        m_baseline.entries.push_back({ parts[Id], cut(parts[Title]), cut(parts[AssetName]),
                                       cut(parts[Level]), timeFromText(parts[OpenedAt].left(100)),
                                       line });
    }

    bool hasRoom()
    {
        const bool room = qsizetype(m_baseline.entries.size()) < m_limits.entries;
        m_baseline.isCut = m_baseline.isCut || !room;
        return room;
    }

    void refuse(qint64 line, const QString &why)
    {
        ++m_baseline.refused;
        tell(line, why);
    }

    void tell(qint64 line, const QString &text)
    {
        if (qsizetype(m_baseline.problems.size()) < m_limits.problems)
            m_baseline.problems.push_back({ line, text });
    }

    const BaselineLimits &m_limits;
    Baseline m_baseline;
    QSet<QString> m_ids;
};

} // namespace

Baseline readBaseline(QByteArrayView bytes, const BaselineLimits &limits)
{
    return Reader(limits).read(bytes);
}

} // namespace models
