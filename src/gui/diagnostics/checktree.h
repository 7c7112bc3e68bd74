#pragma once

#include "services/diagnostics/connectionreport.h"

#include <QTreeWidget>

namespace hekim {

/// The services of a connection check with their steps: state, time, and what is to be said of each.
class CheckTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit CheckTree(QWidget* parent = nullptr);

    /// While a check runs, and after it. What the user opened or closed stays so.
    void show(const ConnectionReport& report);
    /// Opens the services where something was found and closes the others.
    void openFindings(const ConnectionReport& report);

private:
    void makeRows(const ConnectionReport& report);
};

} // namespace hekim
