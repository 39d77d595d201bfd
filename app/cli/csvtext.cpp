// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/csvtext.h"

namespace app {

QByteArray csvField(const QString &text)
{
    static constexpr QLatin1String leads("=+-@\t\r\n");
    QByteArray field = text.toUtf8();
    if (!text.isEmpty() && leads.contains(text.front()))
        field.prepend('\'');
    if (!field.contains('"') && !field.contains(',') && !field.contains('\n')
        && !field.contains('\r'))
        return field;
    field.replace('"', "\"\"");
    return field.prepend('"').append('"');
}

QByteArray csvRecord(const QStringList &fields)
{
    QByteArray record;
    for (const QString &field : fields) {
        if (&field != &fields.front())
            record.append(',');
        record.append(csvField(field));
    }
    return record.append("\r\n");
}

} // namespace app
