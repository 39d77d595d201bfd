-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO deliveries (id, received, peer, path, status, cause, size, events, repeated,
    refused, count, head, length, took, firstevent, imported)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
