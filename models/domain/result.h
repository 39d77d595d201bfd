// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace models {

/// Why something failed, in words for a person: what happened, what it means for the data,
/// what to do.
struct Failure
{
    QString text;
    bool operator==(const Failure &) const = default;
};

/// Stands for "done, nothing to return" in a Result.
struct Done
{
    bool operator==(const Done &) const = default;
};

/// Either a value or a Failure, for what callers must handle.
/// Reading value() of a failed result throws std::bad_variant_access.
template<typename T> class [[nodiscard]] Result final
{
public:
    // Implicit, so that a function returns its value or a Failure as they are.
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(T value) : m_state(std::move(value)) { }
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Failure failure) : m_state(std::move(failure)) { }

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }
    const T &value() const { return std::get<T>(m_state); }
    T &value() { return std::get<T>(m_state); }
    /// The failure's text; only of a result that is not ok().
    const QString &error() const { return std::get<Failure>(m_state).text; }

private:
    std::variant<T, Failure> m_state;
};

} // namespace models
