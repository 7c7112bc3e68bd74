#pragma once

#include "gui/firstrun/setupdraft.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace hekim {

class HttpClient;
class MessageBar;
class SetupStep;

/// "Set up the institution": step by step from the environment to a summary. It stores nothing itself:
/// finishAsked() is answered by closing it or by showFailure().
class SetupAssistant : public QDialog
{
    Q_OBJECT

public:
    /// `stored` are the settings as they are read without options; `draft` is where a former run stopped.
    SetupAssistant(const Settings& stored, const SettingsPlaces& places, HttpClient& http,
                   const SetupDraft& draft, QWidget* parent);

    /// What was typed so far, the step in front too.
    [[nodiscard]] SetupDraft draft() const;
    void showFailure(const Error& error);
    /// While it is being stored nothing can be changed.
    void setBusy(bool busy);

signals:
    void finishAsked(const hekim::ProvisioningData& data);

private:
    void addSteps();
    void turnTo(int step);
    void forward();
    void finish();
    [[nodiscard]] SetupStep* stepAt(int index) const;
    /// Takes over what the step in front holds; says what contradicts what.
    bool takeOver();

    const Settings m_stored;
    Settings m_shown; ///< as they would be with the draft
    SettingsPlaces m_places;
    HttpClient& m_http;
    SetupDraft m_draft;
    QLabel* m_where;
    MessageBar* m_failure;
    QStackedWidget* m_steps;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace hekim
