#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""peers.py LOADRATE: what a user would take instead, with the same client and durability.

LOADRATE is the program tests/bench/loadrate of a Release build. Measured are, at 64 connections,
`watchfloor-cli serve`, Debian's `webhook` with a script that appends and syncs, and a Node server
with better-sqlite3 that commits each request. Prints `bench <name> <value> <unit>`, medians of
five runs, and the ratios. A peer that is not there is skipped, and that is said. Packages: section
bench of packaging/debian-packages.txt; better-sqlite3 is fetched by npm into a folder that is
removed again (NODE_PATH: where it is already).
"""
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

TOKEN = "bench-token-0123456789abcdef"
CONNECTIONS = 64
RUNS = 5

APPEND = """#!/bin/sh
# An append and its sync, as somebody would write it.
printf '%s\\n' "$1" >> events.jsonl && sync -d events.jsonl
"""

NODE = """// A webhook as somebody would write it: one transaction a request, durable.
const http = require('http');
const db = require('better-sqlite3')('events.sqlite');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE events (id INTEGER PRIMARY KEY, received INTEGER, event TEXT, body TEXT)');
const insert = db.prepare('INSERT INTO events (received, event, body) VALUES (?, ?, ?)');
http.createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
        if (request.headers.authorization !== 'Bearer ' + process.argv[3]) {
            response.writeHead(401).end();
            return;
        }
        const body = Buffer.concat(parts).toString();
        insert.run(Date.now(), String(JSON.parse(body).event), body);
        response.setHeader('Content-Type', 'application/json');
        response.setHeader('Content-Length', 10);
        response.end('{"code":0}');
    });
}).listen(Number(process.argv[2]), '127.0.0.1');
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process):
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError("the server ended at once")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server does not listen")


def rate(loadrate, port, events):
    run = subprocess.run([loadrate, str(port), str(CONNECTIONS), str(events)],
                         stdout=subprocess.PIPE, text=True, check=True, timeout=300)
    return float(run.stdout.split()[0])


def measured(loadrate, command, port, folder, events):
    """The rate of a fresh server; its output is its own affair."""
    with open(os.path.join(folder, "log"), "w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            wait_for(port, process)
            return rate(loadrate, port, events)
        finally:
            process.terminate()
            process.wait(10)


def webhook(loadrate, folder):
    script = os.path.join(folder, "append.sh")
    with open(script, "w") as file:
        file.write(APPEND)
    os.chmod(script, 0o755)
    hook = {
        "id": "webhook",
        "execute-command": script,
        "command-working-directory": folder,
        "pass-arguments-to-command": [{"source": "entire-payload"}],
        "include-command-output-in-response": True,  # else it answers before the event is stored
        "trigger-rule-mismatch-http-response-code": 401,
        "trigger-rule": {"match": {"type": "value", "value": "Bearer " + TOKEN,
                                   "parameter": {"source": "header", "name": "Authorization"}}},
    }
    with open(os.path.join(folder, "hooks.json"), "w") as file:
        json.dump([hook], file)
    port = free_port()
    command = ["webhook", "-hooks", "hooks.json", "-ip", "127.0.0.1", "-port", str(port),
               "-urlprefix", "", "-http-methods", "POST"]
    result = measured(loadrate, command, port, folder, 2000)
    with open(os.path.join(folder, "events.jsonl")) as file:
        assert sum(1 for _ in file) >= 2000, "webhook did not store what it acknowledged"
    return result


def node(loadrate, folder):
    with open(os.path.join(folder, "server.js"), "w") as file:
        file.write(NODE)
    database = os.path.join(folder, "events.sqlite")
    for name in (database, database + "-wal", database + "-shm"):
        if os.path.exists(name):
            os.remove(name)
    port = free_port()
    return measured(loadrate, ["node", "server.js", str(port), TOKEN], port, folder, 10000)


def has_sqlite(folder):
    """Whether Node finds better-sqlite3, fetched where it is not there."""
    if shutil.which("node") is None:
        return False
    works = ["node", "-e", "new (require('better-sqlite3'))(':memory:')"]
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.run(works, **quiet).returncode == 0:
        return True
    if shutil.which("npm") is None:
        return False
    fetch = ["npm", "install", "--no-audit", "--no-fund", "better-sqlite3"]
    subprocess.run(fetch, timeout=600, **quiet)
    return subprocess.run(works, **quiet).returncode == 0


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    loadrate = os.path.abspath(sys.argv[1])
    # Beside the caller, not in the folder for temporary files: that may be memory.
    with tempfile.TemporaryDirectory(dir=os.getcwd(), prefix="peers-") as folder:
        peers = {}
        if shutil.which("webhook"):
            peers["webhook"] = webhook
        else:
            print("skipped: webhook is not installed", file=sys.stderr)
        if has_sqlite(folder):
            peers["bettersqlite3"] = node
        else:
            print("skipped: Node or better-sqlite3 is not there", file=sys.stderr)
        figures = {name: [] for name in peers}
        ratios = {name: [] for name in peers}
        ours = []
        for _ in range(RUNS):
            # As many as take each about two seconds: what a start costs weighs the same.
            ours.append(rate(loadrate, 0, 60000))
            for name, measure in peers.items():
                figures[name].append(measure(loadrate, folder))
                ratios[name].append(ours[-1] / figures[name][-1])
        print(f"bench peer.watchfloor.c64 {statistics.median(ours):.0f} events/s")
        for name in peers:
            print(f"bench peer.{name}.c64 {statistics.median(figures[name]):.0f} events/s")
            print(f"bench peer.{name}.ratio {statistics.median(ratios[name]):.1f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
