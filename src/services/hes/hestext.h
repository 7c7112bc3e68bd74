#pragma once

#include "services/hes/hesresult.h"

namespace hekim {

/// A result in a word or two: "Risky", "Riskless", "Unknown", "Code not found", "Code expired". Translated,
/// as all below.
QString hesHeadline(const HesResult& result);
/// What follows from it, and what to do.
QString hesAdvice(const HesResult& result);
/// Masked first and last name; empty where none was given.
QString hesPerson(const HesResult& result);
/// The code's last moment in local time; empty where not said.
QString hesExpiry(const HesResult& result);

/// The meaning of true, false and null by the tables of guide 004 section 5.4, given the person's risk.
QString hesVaccination(const HesResult& result);
QString hesImmunity(const HesResult& result);
QString hesNegativeTest(const HesResult& result);

} // namespace hekim
