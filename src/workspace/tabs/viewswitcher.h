#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace hekim {

/// What a patient's tab can show.
enum class PatientView { Report, History, Images, SideBySide };

/// The view's name as people and assistive technology read it.
QString displayName(PatientView view);

/// One button for each view of a patient's tab, one of them down; it offers only what is behind it. Ctrl+1 to
/// Ctrl+4 work as long as it is on screen.
class ViewSwitcher : public QWidget
{
    Q_OBJECT

public:
    explicit ViewSwitcher(QWidget* parent = nullptr);

    /// Shows buttons for these views, in the order of the enumeration.
    void setOffered(const QList<PatientView>& views);
    void setCurrent(PatientView view);

signals:
    void chosen(hekim::PatientView view); ///< by a person

private:
    QList<QToolButton*> m_buttons; ///< by PatientView
};

} // namespace hekim
