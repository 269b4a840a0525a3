package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Set;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.incident.IncidentPolicy;

/** Groups the open alarms of a state that an earlier release stored without an incident. They have called people, one by one. */
record EarlierAlarms(IncidentAlarms alarms, IncidentPolicy policy) {
    /** Returns an incident of all the alarms. The chain of the most urgent alarm that waits for an answer goes on. */
    Incident incident(Instant clock) {
        OpenAlarm lead = alarms.waiting().or(alarms::lead).orElse(alarms.open().get(0));
        Incident incident = Incident.of(lead.alarm(), clock);
        for (Alarm each : alarms.alarms()) {
            incident = incident.joinedBy(
                    Set.of(policy.organSystem(each.rule())), lead.handling().version());
        }
        Incident called = incident.at(alarms.levelOrNull(), null)
                .calledWith(alarms.open().get(0).alarm().priority(), clock, 0)
                .with(lead.handling().escalation());
        return alarms.acknowledgement()
                .map(answer -> called.acknowledgedBy(answer, 0, called.organSystems()))
                .orElse(called);
    }
}
