#pragma once

#include "services/hes/hesbatch.h"
#include "services/hes/heslist.h"
#include "sheets/tablereader.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace hekim {

/// What a batch is asked with: pasted codes or a file of the institution's own staff.
class HesStaffCard : public QFrame
{
    Q_OBJECT

public:
    explicit HesStaffCard(QWidget* parent = nullptr);

    void setRunning(bool running);
    void showProgress(const HesBatch::Progress& progress);

signals:
    void listRead(const hekim::HesList& list, bool insist);
    void stopAsked();
    void fileRefused(const QString& reason);

private:
    void askForFile();
    void readFile(const QString& path);
    void takeTables(const QString& name, const Tables& tables);
    void dropFile();
    void run();
    void takeList(const HesList& list);

    QPlainTextEdit* m_text;
    QWidget* m_fileRow;
    QLabel* m_fileName;
    QComboBox* m_column;
    QListWidget* m_left; ///< what could not be taken, with its line
    QCheckBox* m_insist;
    QPushButton* m_openFile;
    QPushButton* m_run;
    QPushButton* m_stop;
    QProgressBar* m_bar;
    QLabel* m_state;
    Tables m_tables;
    bool m_running = false;
};

} // namespace hekim
