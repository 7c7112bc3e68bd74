#pragma once

#include <QPageLayout>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

class QPrinter;

namespace hekim {

/// The printing system (CUPS, the Windows spooler) is another program, and a server of CUPS may be far away:
/// every question to it might wait for minutes, also what QPrinter's constructor and destructor ask. All of
/// this is for threads of their own (rule W2), with inThreadOfItsOwn().
constexpr std::chrono::seconds printersDeadline{10};
constexpr std::chrono::minutes printingDeadline{5};

struct Printers
{
    QStringList names;
    QString usual; ///< the one that the system takes by itself; empty: none
};
Printers findPrinters();

/// What is to be printed where and how.
struct PrintWish
{
    enum class Sides { AsSetUp, One, Both };

    QString printer;
    int copies = 1;
    int firstPage = 1;
    int lastPage = 0; ///< 0: to the end
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    Sides sides = Sides::AsSetUp;
    bool blackAndWhite = false;
};
/// Nothing: the printer is not there any more.
std::unique_ptr<QPrinter> makePrinter(const PrintWish& wish);

/// The paper that the printer takes by itself, without margins.
QPageLayout paperOf(const PrintWish& wish);

} // namespace hekim
