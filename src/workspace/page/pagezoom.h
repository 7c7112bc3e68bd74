#pragma once

#include <QObject>

namespace hekim {

/// How large one kind of page is shown: the same in all tabs, and kept until the doctor logs out.
class PageZoom : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] int percent() const { return m_percent; }
    /// To the next size larger (1) or smaller (-1).
    void step(int by);
    void reset();

signals:
    void changed(int percent);

private:
    void set(int percent);

    int m_percent = 100;
};

} // namespace hekim
