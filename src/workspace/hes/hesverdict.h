#pragma once

#include "services/hes/hesresult.h"
#include "widgets/theme.h"

#include <QFrame>

class QFormLayout;
class QLabel;

namespace hekim {

/// Shape and colour of a result; the word comes from services/hes/hestext.h. Unknown has a shape of its own
/// (rule P5).
theme::State hesState(const HesResult& result);
QIcon hesIcon(const HesResult& result);

/// One person's result, large: a word, a shape and a colour, then what follows from it.
class HesVerdict : public QFrame
{
    Q_OBJECT

public:
    explicit HesVerdict(QWidget* parent = nullptr);

    /// Shows the result and says it to assistive technology.
    void show(const HesCode& code, const HesResult& result);
    /// A person waits for this code's answer.
    void showWaiting(const HesCode& code);
    void clear();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintAs(theme::State state, const QIcon& icon);
    void addFact(const QString& name, const QString& value);
    void say(const QString& text);

    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_code;
    QLabel* m_advice;
    QFormLayout* m_facts;
    QString m_said;
};

} // namespace hekim
