package org.vigie.signal.alarm.rules;

/** Groups the parsers of the parts of a unit's policy that also depend on the rest of the rule file. */
record UnitPolicyParsers(PatientLimitPolicyParser patientLimits, IncidentPolicyParser incidents) {}
