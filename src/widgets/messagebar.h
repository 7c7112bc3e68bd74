#pragma once

#include "widgets/theme.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace hekim {

/// One message above a page, with what can be done about it. It stays until it is answered, closed or
/// replaced. Assistive technology reads it as "Bildirim", its text as the description.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    struct Action
    {
        QString text;
        std::function<void()> run; ///< the bar closes itself first
    };

    explicit MessageBar(QWidget* parent = nullptr);

    void show(theme::State state, const QString& text, const QList<Action>& actions = {});
    void dismiss();

private:
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QToolButton* m_close;
};

} // namespace hekim
