#pragma once

#include "services/diagnostics/connectionreport.h"

#include <QByteArray>

namespace hekim {

/// The one place that turns a connection check into words and JSON. Words are translated.
namespace connectiontext {

QString nameOf(CheckedService service);
QString nameOf(CheckStep step);
QString nameOf(FaultSide side);
QString wordFor(StepState state);
QString wordFor(ServiceReport::State state);

/// What is wrong and what to do about it, on whose side in front; empty where nothing was found.
QString sentenceFor(const ServiceReport& service);
/// What stands beside a step: its sentence, why it was not tried, or its detail for IT.
QString noteFor(const ServiceReport& service, const StepReport& step);
/// One sentence on the whole.
QString summaryOf(const ConnectionReport& report);
/// All of it, for a terminal, a clipboard or a mail.
QString toText(const ConnectionReport& report);

/// {"version":1,"program":…,"environment":…,"time":…,"result":"passed|failed|unfinished","services":[…]}; the
/// docs/clinic-it.md tells the members. Codes are fixed, sentences are in the user's language.
QByteArray toJson(const ConnectionReport& report);

} // namespace connectiontext

} // namespace hekim
