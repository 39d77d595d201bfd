-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT codec, body FROM bodies WHERE event = ?
