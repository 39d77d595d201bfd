-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, received, time, family, severity, status, type, product, title, texts, asset,
    assetgroup, policy, subject, severityword, statusword, assettype, hostedon,
    discoveredvia, actor
FROM events WHERE id < ? ORDER BY id DESC LIMIT ?
