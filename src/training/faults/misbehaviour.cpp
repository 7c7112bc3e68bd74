#include "training/faults/misbehaviour.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

QStringList Misbehaviour::whats()
{
    // In the order of What.
    return {u"none"_s, u"slow"_s,  u"500"_s,   u"401"_s,  u"429"_s,      u"cut"_s,
            u"html"_s, u"empty"_s, u"stuck"_s, u"drip"_s, u"redirect"_s, u"dates"_s};
}

QStringList Misbehaviour::wheres()
{
    // In the order of Area, then everywhere.
    return {u"token"_s, u"pages"_s, u"api"_s, u"ogn"_s, u"teletip"_s, u"viewer"_s, u"all"_s};
}

tl::expected<Misbehaviour::Order, QString> Misbehaviour::parse(const QString& what, const QString& where,
                                                               const QString& times)
{
    Order order;
    const auto whatIndex = whats().indexOf(what);
    if (whatIndex < 0) {
        return tl::make_unexpected(u"what must be one of: %1"_s.arg(whats().join(u", "_s)));
    }
    order.what = static_cast<What>(whatIndex);

    const auto whereIndex = where.isEmpty() ? wheres().size() - 1 : wheres().indexOf(where);
    if (whereIndex < 0) {
        return tl::make_unexpected(u"where must be one of: %1"_s.arg(wheres().join(u", "_s)));
    }
    if (whereIndex < wheres().size() - 1) {
        order.where = static_cast<Area>(whereIndex);
    }

    if (!times.isEmpty()) {
        bool isNumber = false;
        order.times = times.toInt(&isNumber);
        if (!isNumber || order.times < 1) {
            return tl::make_unexpected(u"times must be a whole number from 1 up"_s);
        }
    }
    return order;
}

void Misbehaviour::set(const Order& order)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_order = order;
        ++m_orders;
    }
    m_changed.notify_all();
}

Misbehaviour::Order Misbehaviour::current() const
{
    const std::scoped_lock lock(m_mutex);
    return m_order;
}

Misbehaviour::What Misbehaviour::take(Area area)
{
    const std::scoped_lock lock(m_mutex);
    if (m_order.what == What::None || (m_order.where && *m_order.where != area)) {
        return What::None;
    }
    const auto what = m_order.what;
    if (m_order.times > 0 && --m_order.times == 0) {
        m_order = {};
    }
    return what;
}

void Misbehaviour::hold(std::chrono::milliseconds duration)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, duration, [this, orders = m_orders] { return m_orders != orders; });
}

QString toString(Misbehaviour::What what)
{
    return Misbehaviour::whats().value(static_cast<int>(what));
}

QString toString(const std::optional<Area>& where)
{
    return where ? Misbehaviour::wheres().value(static_cast<int>(*where))
                 : Misbehaviour::wheres().constLast();
}

} // namespace hekim::training
