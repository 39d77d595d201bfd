-- SPDX-License-Identifier: GPL-3.0-or-later
-- For wrk: posts events, none twice, and prints how many were acknowledged.
-- Arguments: token file, mark that tells these events from others.
local threads = {}

function setup(thread)
    thread:set("number", #threads)
    table.insert(threads, thread)
end

function init(arguments)
    local file = assert(io.open(arguments[1]))
    token = file:read("*l")
    file:close()
    mark = arguments[2]
    sent = 0
    acknowledged = 0
    wrk.method = "POST"
    wrk.headers["Authorization"] = "Bearer " .. token
    wrk.headers["Content-Type"] = "application/json"
end

function request()
    sent = sent + 1
    return wrk.format(nil, nil, nil,
        string.format('{"event":"Hello, world!","%s":"%d-%d"}', mark, number, sent))
end

function response(status)
    if status == 200 then
        acknowledged = acknowledged + 1
    end
end

function done()
    local total = 0
    for _, thread in ipairs(threads) do
        total = total + thread:get("acknowledged")
    end
    print("acknowledged " .. total)
end
