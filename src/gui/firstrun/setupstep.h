#pragma once

#include "gui/firstrun/setupdraft.h"

#include <QWidget>

class QVBoxLayout;

namespace hekim {

/// One step of setting an institution up: a title, a sentence, and what is to be filled in below them.
class SetupStep : public QWidget
{
    Q_OBJECT

public:
    SetupStep(const QString& title, const QString& intro, QWidget* parent);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// `shown` are the settings as they would be with the draft.
    virtual void load(const SetupDraft& draft, const Settings& shown) = 0;
    virtual void store(SetupDraft& draft) const = 0;
    /// Whether the next step may come; what is wrong is said at its field, which takes the keyboard.
    virtual bool check() { return true; }
    virtual void takeKeyboard() = 0;

protected:
    [[nodiscard]] QWidget& content() { return *m_content; }
    [[nodiscard]] QVBoxLayout& fields() { return *m_fields; }

private:
    QString m_title;
    QWidget* m_content;
    QVBoxLayout* m_fields;
};

} // namespace hekim
