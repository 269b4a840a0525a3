package org.vigie.signal.alarm.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;

/**
 * Groups the alarms of one deterioration of one patient. People are called for all of them together.
 *
 * <p>All open alarms of the patient belong to the stay's incident. It ends when none has been open for the unit's window.
 *
 * @param id digest of its first alarm
 * @param onset event time of the first reading of its first alarm
 * @param version sequence number of the newest entry by which an alarm joined, was upgraded or called again
 * @param organSystems organ systems of its alarms so far; after an acknowledgement, of those open then and of the later ones. An alarm
 *     of low priority that joined without a call makes none known
 * @param levelOrNull most urgent priority of its open alarms that are neither shelved nor latched; null when there is none
 * @param endOrNull when its last open alarm ended; null while one is open
 */
public record Incident(
        String id,
        Instant onset,
        long version,
        Set<OrganSystem> organSystems,
        IncidentCalls calls,
        IncidentResponse response,
        @Nullable AlarmPriority levelOrNull,
        @Nullable Instant endOrNull) {

    public Incident {
        organSystems = organSystems.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(organSystems));
    }

    /** Returns the incident of an alarm that belongs to no earlier one. */
    public static Incident of(Alarm first, Instant now) {
        return new Incident(
                first.id().incidentDigest(),
                first.id().onset(),
                0,
                Set.of(),
                IncidentCalls.NONE,
                IncidentResponse.awaitedFrom(now, 0),
                null,
                null);
    }

    /** Returns true when a new alarm at {@code at} no longer belongs to the incident. */
    public boolean isOver(Instant at, Duration window) {
        return endOrNull != null && at.isAfter(endOrNull.plus(window));
    }

    public boolean isAcknowledged() {
        return response.acknowledgementOrNull() != null;
    }

    public Optional<AlarmAcknowledgement> acknowledgement() {
        return Optional.ofNullable(response.acknowledgementOrNull());
    }

    Incident until(Instant at, Duration window) {
        return with(calls.until(at, levelOrNull, window), response);
    }

    /**
     * Returns the incident after an alarm joined it, was upgraded or called again.
     *
     * @param known organ systems that the alarm makes known; none for an alarm of low priority that joins without a call
     */
    public Incident joinedBy(Set<OrganSystem> known, long newVersion) {
        return new Incident(id, onset, newVersion, and(known), calls, response, levelOrNull, endOrNull);
    }

    /** Returns the incident as people see it, with the organ systems of its open alarms. */
    public Incident with(Set<OrganSystem> open) {
        return joinedBy(open, version);
    }

    private Set<OrganSystem> and(Set<OrganSystem> more) {
        Set<OrganSystem> all = EnumSet.noneOf(OrganSystem.class);
        all.addAll(organSystems);
        all.addAll(more);
        return all;
    }

    /** Returns the incident after it called people with a priority. */
    public Incident calledWith(AlarmPriority priority, Instant at, int scoreBand) {
        return with(calls.calledWith(priority, at), IncidentResponse.awaitedFrom(at, scoreBand));
    }

    /**
     * Returns the incident after somebody acknowledged the last of its open alarms.
     *
     * @param open organ systems of the alarms that are open then
     */
    public Incident acknowledgedBy(AlarmAcknowledgement answer, int scoreBand, Set<OrganSystem> open) {
        IncidentResponse answered = response.acknowledgedBy(answer.by(), answer.at(), scoreBand);
        return new Incident(id, onset, version, open, calls, answered, levelOrNull, endOrNull);
    }

    /** Returns the incident without its acknowledgement. */
    public Incident unanswered() {
        return with(calls, response.unanswered());
    }

    /** Returns the incident whose calls no longer cover a HIGH alarm, because the alarms that they were for have ended. */
    public Incident withoutHighCall() {
        return with(calls.withoutHigh(), response);
    }

    /** Returns the incident with the response band of the early-warning score above which it calls again. */
    public Incident with(ScoreBandProgress score) {
        return with(calls, response.with(score));
    }

    /** Returns the incident after an escalation step, or with a chain that starts again. */
    public Incident with(EscalationProgress progress) {
        return with(calls, response.with(progress));
    }

    /**
     * Returns the incident with the present level of its open alarms.
     *
     * @param level most urgent priority of the open alarms that are neither shelved nor latched; null when there is none
     * @param end when the last open alarm ended; null while one is open
     */
    public Incident at(@Nullable AlarmPriority level, @Nullable Instant end) {
        return new Incident(id, onset, version, organSystems, calls, response, level, end);
    }

    private Incident with(IncidentCalls newCalls, IncidentResponse newResponse) {
        return new Incident(id, onset, version, organSystems, newCalls, newResponse, levelOrNull, endOrNull);
    }
}
