#pragma once

#include <QLabel>

namespace hekim {

/// One line of plain text that gives way to what stands beside it: what does not fit ends in an ellipsis and
/// is in the tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace hekim
