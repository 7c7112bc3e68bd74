#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace hekim::training {

/// The parts of the ministry that can be told to misbehave.
enum class Area { Token, Pages, Api, Ogn, Teletip, Viewer };

/// What the ministry was told to do wrong, where, and how many times.
class Misbehaviour
{
public:
    enum class What {
        None,
        Slow,
        Error500,
        Error401,
        Error429,
        Cut,
        Html,
        Empty,
        Stuck,
        Drip,
        Redirect,
        Dates
    };

    struct Order
    {
        What what = What::None;
        std::optional<Area> where; ///< none: everywhere
        int times = 0;             ///< 0: until told otherwise
    };

    static QStringList whats();
    static QStringList wheres();
    /// From the words of the command line or the address; the refusal is a sentence.
    static tl::expected<Order, QString> parse(const QString& what, const QString& where,
                                              const QString& times);

    void set(const Order& order);
    [[nodiscard]] Order current() const;
    /// What to do to this request; counts it.
    What take(Area area);
    /// Waits so long, or until the order is changed.
    void hold(std::chrono::milliseconds duration);

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Order m_order;
    quint64 m_orders = 0;
};

QString toString(Misbehaviour::What what);
QString toString(const std::optional<Area>& where);

} // namespace hekim::training
