// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace app {

/// A head without the two parts that differ between one sender's heads: the secret, which is not to
/// be kept, and the length of the body. Receiver thread.
class HeadShape final
{
public:
    /// The parts are views into the head; empty where there is none.
    struct Head
    {
        QByteArrayView bytes;
        QByteArrayView secret;
        QByteArrayView length;
    };

    HeadShape() = default;
    ~HeadShape();
    Q_DISABLE_COPY_MOVE(HeadShape)

    void keep(const Head &head);
    /// What was kept is wiped: a head that was refused may hold its secret anywhere.
    void forget();
    /// True where a head is the one that was kept but for its secret, of the same size, and its
    /// length.
    bool fits(const Head &head) const;

private:
    /// The rest of a head in three stretches, and what lies between them.
    struct Cut
    {
        explicit Cut(const Head &head);
        QByteArrayView before;
        QByteArrayView between;
        QByteArrayView after;
        bool secretFirst;
    };

    QByteArray m_rest;
    qsizetype m_before = 0; ///< sizes of the stretches
    qsizetype m_between = 0;
    qsizetype m_secret = 0; ///< size of the secret
    bool m_secretFirst = false;
};

} // namespace app
