-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE refusedparts SET acceptedas = ? WHERE delivery = ? AND position = ?
