#pragma once

#include "core/settings/environment.h"

#include <QLabel>

namespace hekim {

/// The unmistakable strip that test, training and custom wear on every screen; live wears none
class EnvironmentBanner : public QLabel
{
    Q_OBJECT

public:
    explicit EnvironmentBanner(QWidget* parent = nullptr);

    /// `reachesLive`: the Ministry's live services are worked with, which `custom` can be told to.
    void setEnvironment(EnvironmentName environment, bool reachesLive);

private:
    void wear(const QColor& colour, const QString& text);
};

} // namespace hekim
