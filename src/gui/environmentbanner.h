#pragma once

#include "core/environment.h"

#include <QLabel>

namespace hekim {

/// The unmistakable strip that test, training and custom wear on every screen; live wears none
class EnvironmentBanner : public QLabel
{
    Q_OBJECT

public:
    explicit EnvironmentBanner(QWidget* parent = nullptr);

    void setEnvironment(EnvironmentName environment);

private:
    void wear(const QColor& colour, const QString& text);
};

} // namespace hekim
