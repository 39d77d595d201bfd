// SPDX-License-Identifier: GPL-3.0-or-later
// Commits on purpose what a sanitizer has to find: the proof that it is at work, suppressions and
// all.
#include <QByteArray>

#include <cstdio>
#include <limits>
#include <memory>
#include <string_view>
#include <thread>

namespace {

/// Two threads write one number without a lock.
int race()
{
    int shared = 0;
    std::thread other([&shared] {
        for (int i = 0; i < 100'000; ++i)
            ++shared;
    });
    for (int i = 0; i < 100'000; ++i)
        ++shared;
    other.join();
    return shared;
}

/// Forgets a block, by way of Qt, as a lost QObject or QByteArray would.
void leak()
{
    new QByteArray(1'000, 'x');
}

/// Reads what was given back.
int freed()
{
    auto number = std::make_unique<volatile int>(1);
    volatile int *stale = number.get();
    number.reset();
    return *stale;
}

/// Counts past the largest number.
int overflow()
{
    volatile int number = std::numeric_limits<int>::max();
    number = number + 1;
    return number;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc == 2 ? argv[1] : "";
    if (what == "race")
        std::printf("%d\n", race());
    else if (what == "leak")
        leak();
    else if (what == "freed")
        std::printf("%d\n", freed());
    else if (what == "overflow")
        std::printf("%d\n", overflow());
    else
        return 2;
    return 0;
}
