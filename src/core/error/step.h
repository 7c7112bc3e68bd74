#pragma once

#include <QString>

namespace hekim {

/// What was being done when something failed. A new one gets its row in step.cpp.
enum class Step {
    None,
    EraporToken,
    EraporLogin,
    PastReports,
    OgnToken,
    PostOtac,      ///< asks for the address under which a study's images are shown (guide 002)
    HelperService, ///< any other method of teleradiology
    Hes,
    DoctorRegistry,
    ConnectionCheck,
    TrainingMinistry,
    Page,
    PageRefused,   ///< the gates did not let an address through
    PageNotShown,  ///< a load that came to nothing: a file was sent, or an answer without content
    PageEmpty,     ///< a document without anything in it
    PageLogin,     ///< the Ministry's page asks for a login of its own
    PatientTurned, ///< the page turned to another patient
    WindowHandOff,
    HandOffReply,
    InstanceChannel,
    Display,
    OpenFiles,
};

/// Whose service a step calls, as far as sentences tell them apart.
enum class StepService { Ministry, Erapor, Teleradiology, Hes, Training };

/// The fixed words by which IT knows a step, in lines of the log for instance.
QString stepName(Step step);

StepService serviceOf(Step step);

} // namespace hekim
