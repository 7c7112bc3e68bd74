#pragma once

#include <QFrame>

namespace hekim {

class Settings;

/// Says on the login page that no institution is set up here and that all is training, with the way out.
class FirstStartNotice : public QFrame
{
    Q_OBJECT

public:
    explicit FirstStartNotice(QWidget* parent = nullptr);

    /// Nothing names an environment, and nothing an institution.
    static bool isWanted(const Settings& settings);

signals:
    void setupAsked();
};

} // namespace hekim
