-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, fingerprint FROM events
