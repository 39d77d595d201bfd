-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the boards need of an event beside what the table of events shows. `assetid`, `detail` (as
-- models::eventDetail()): ids in `terms`. `created`: when the subject was opened or made, as the
-- event says; 0: it does not.
ALTER TABLE events ADD COLUMN assetid INTEGER NOT NULL DEFAULT 0;

ALTER TABLE events ADD COLUMN detail INTEGER NOT NULL DEFAULT 0;

ALTER TABLE events ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
