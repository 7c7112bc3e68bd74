#include "core/error/step.h"

#include <algorithm>
#include <array>

namespace hekim {

namespace {

struct Row
{
    Step step;
    QStringView name;
    StepService service = StepService::Ministry;
};

constexpr std::array rows{
    Row{Step::None, {}},
    Row{Step::EraporToken, u"e-Rapor token", StepService::Erapor},
    Row{Step::EraporLogin, u"e-Rapor login", StepService::Erapor},
    Row{Step::PastReports, u"e-Rapor past reports", StepService::Erapor},
    Row{Step::OgnToken, u"OGN token", StepService::Teleradiology},
    Row{Step::PostOtac, u"teleradiology postOTAC", StepService::Teleradiology},
    Row{Step::HelperService, u"teleradiology", StepService::Teleradiology},
    Row{Step::Hes, u"HES", StepService::Hes},
    Row{Step::DoctorRegistry, u"ÇKYS Doktor Bilgi Bankası"},
    Row{Step::ConnectionCheck, u"connection check"},
    Row{Step::TrainingMinistry, u"training ministry", StepService::Training},
    Row{Step::Page, u"page"},
    Row{Step::PageRefused, u"page refused"},
    Row{Step::PageNotShown, u"page not shown"},
    Row{Step::PageEmpty, u"empty page"},
    Row{Step::PageLogin, u"page asks for a login"},
    Row{Step::PatientTurned, u"page turned to another patient"},
    Row{Step::WindowHandOff, u"hand-off"},
    Row{Step::HandOffReply, u"reply of the running window"},
    Row{Step::InstanceChannel, u"instance channel"},
    Row{Step::Display, u"display"},
    Row{Step::OpenFiles, u"open files"},
};

constexpr bool isInOrder()
{
    int next = 0;
    return std::ranges::all_of(rows, [&](const Row& row) { return static_cast<int>(row.step) == next++; });
}
static_assert(isInOrder() && rows.back().step == Step::OpenFiles, "a row for each step, in the enum's order");

const Row& rowOf(Step step)
{
    return rows.at(static_cast<std::size_t>(step));
}

} // namespace

QString stepName(Step step)
{
    return rowOf(step).name.toString();
}

StepService serviceOf(Step step)
{
    return rowOf(step).service;
}

} // namespace hekim
