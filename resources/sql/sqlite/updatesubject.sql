-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE events SET assetid = ?, detail = ?, created = ? WHERE id = ?
