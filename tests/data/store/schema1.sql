-- SPDX-License-Identifier: GPL-3.0-or-later
-- A store of schema 1: two events in one request, a repeat, a refused body, a refusal
-- without one, an event beside a refused part.
INSERT INTO terms (id, text) VALUES (1, 'one');
INSERT INTO terms (id, text) VALUES (2, 'two');
INSERT INTO terms (id, text) VALUES (3, 'three');
INSERT INTO deliveries (id, received, peer, path, status, cause, size, events, repeated, refused, count, body)
VALUES (1, 1000, '192.0.2.1', '/webhook', 200, '', 32, 2, 0, 0, 1, NULL);
INSERT INTO deliveries (id, received, peer, path, status, cause, size, events, repeated, refused, count, body)
VALUES (2, 2000, '192.0.2.1', '/webhook', 200, '', 16, 0, 1, 0, 1, NULL);
INSERT INTO deliveries (id, received, peer, path, status, cause, size, events, repeated, refused, count, body)
VALUES (3, 3000, '192.0.2.2', '/webhook', 400, 'not valid JSON', 7, 0, 0, 0, 1, x'72756262697368');
INSERT INTO deliveries (id, received, peer, path, status, cause, size, events, repeated, refused, count, body)
VALUES (4, 4000, '192.0.2.3', '/webhook', 401, 'Invalid token', 0, 0, 0, 0, 9, NULL);
INSERT INTO deliveries (id, received, peer, path, status, cause, size, events, repeated, refused, count, body)
VALUES (5, 5000, '192.0.2.1', '/webhook', 200, 'not a JSON object', 21, 1, 0, 1, 1, NULL);
INSERT INTO refusedparts (delivery, position, reason, body) VALUES (5, 1, 'not a JSON object', x'5b315d');
INSERT INTO events (id, received, time, family, severity, status, type, product, title, texts, asset, assetgroup, policy, subject, severityword, statusword, assettype, hostedon, discoveredvia, actor, delivery, fingerprint)
VALUES (1, 1000, NULL, 7, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4649841847550283979);
INSERT INTO events (id, received, time, family, severity, status, type, product, title, texts, asset, assetgroup, policy, subject, severityword, statusword, assettype, hostedon, discoveredvia, actor, delivery, fingerprint)
VALUES (2, 1000, NULL, 7, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4875019191305019278);
INSERT INTO events (id, received, time, family, severity, status, type, product, title, texts, asset, assetgroup, policy, subject, severityword, statusword, assettype, hostedon, discoveredvia, actor, delivery, fingerprint)
VALUES (3, 5000, NULL, 7, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5982919285960585358);
INSERT INTO bodies (event, codec, body) VALUES (1, 0, x'7b226576656e74223a20226f6e65227d');
INSERT INTO bodies (event, codec, body) VALUES (2, 0, x'7b226576656e74223a202274776f227d');
INSERT INTO bodies (event, codec, body) VALUES (3, 0, x'7b226576656e74223a20227468726565227d');
INSERT INTO repeats (event, received) VALUES (1, 2000);
