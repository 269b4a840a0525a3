package org.vigie.alerts.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CleanObservation;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.SteadyPeriod;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.attention.StayAttention;
import org.vigie.signal.triage.DisplayedTriage;

/**
 * Holds the state of the step alert for one stay.
 *
 * @param detection state of the alarm rules
 * @param alarms the stay's alarms with their acknowledgements, pauses, shelvings and limits
 * @param hash hash of its newest ledger entry; empty before the first entry
 * @param processed observations that the state contains
 * @param risks risk scores
 * @param attention the displayed attention level with its history
 * @param displayedOrNull the displayed triage; null before the first one
 * @param endedOrNull wall-clock time at which its end was noted; null while it goes on
 * @param steadyOrNull period in which usual readings decide nothing; null when unknown. It is not stored, and any other change ends it
 */
public record StayAlertState(
        AlarmDetectionState detection,
        StayAlarms alarms,
        String hash,
        ProcessedRecords processed,
        StayRisks risks,
        StayAttention attention,
        @Nullable DisplayedTriage displayedOrNull,
        @Nullable Instant endedOrNull,
        @Nullable SteadyPeriod steadyOrNull)
        implements AlertPart {
    /** Creates a state without a steady period. */
    public StayAlertState(
            AlarmDetectionState detection,
            StayAlarms alarms,
            String hash,
            ProcessedRecords processed,
            StayRisks risks,
            StayAttention attention,
            @Nullable DisplayedTriage displayedOrNull,
            @Nullable Instant endedOrNull) {
        this(detection, alarms, hash, processed, risks, attention, displayedOrNull, endedOrNull, null);
    }

    /** Returns the state of a stay without records. */
    public static StayAlertState of(String stay) {
        return new StayAlertState(
                new AlarmDetectionState(stay),
                new StayAlarms(stay),
                "",
                ProcessedRecords.NONE,
                StayRisks.NONE,
                StayAttention.NONE,
                null,
                null);
    }

    /** Returns the name of the stay. */
    public String stay() {
        return detection.stay();
    }

    /** Returns the patient's bed; before the alarms know it, the bed of the newest observation. */
    public String bed() {
        return alarms.bed().isEmpty() ? processed.bed() : alarms.bed();
    }

    /** Returns when the broker appended its newest raw record. */
    public Instant published() {
        return processed.published();
    }

    /** Returns the displayed triage. */
    public Optional<DisplayedTriage> displayed() {
        return Optional.ofNullable(displayedOrNull);
    }

    /** Returns true when the state contains the observation. */
    public boolean contains(CleanObservation observation) {
        return processed.contains(observation);
    }

    public boolean isEnded() {
        return endedOrNull != null;
    }

    public boolean isEndedBefore(Instant time) {
        return endedOrNull != null && endedOrNull.isBefore(time);
    }

    /** Returns the partitions of observations.raw with the readings of its beds. */
    public Set<Integer> rawPartitions() {
        return processed.rawPartitions();
    }

    /** Returns true when the stay has no readings, because only a command named it. */
    public boolean hasNoReadings() {
        return processed.isEmpty();
    }

    /** Returns the stay's clock at the time at which the broker appends a record. */
    public Instant clockAt(Instant time) {
        Duration later = Duration.between(published(), time);
        return hasNoReadings() || later.isNegative()
                ? detection.clock()
                : detection.clock().plus(later);
    }

    /** Returns the state that contains the observation. */
    public StayAlertState with(CleanObservation observation) {
        ProcessedRecords more = processed.and(observation);
        return new StayAlertState(detection, alarms, hash, more, risks, attention, displayedOrNull, endedOrNull);
    }

    /** Returns the state with the steady period that begins now. */
    public StayAlertState with(SteadyPeriod period) {
        return new StayAlertState(
                detection, alarms, hash, processed, risks, attention, displayedOrNull, endedOrNull, period);
    }

    /** Returns the state that contains an observation of its steady period, which goes on. */
    public StayAlertState steadyWith(CleanObservation observation) {
        return new StayAlertState(
                detection,
                alarms,
                hash,
                processed.and(observation),
                risks,
                attention,
                displayedOrNull,
                endedOrNull,
                steadyOrNull);
    }

    public StayAlertState withHash(String newHash) {
        return new StayAlertState(
                detection, alarms, newHash, processed, risks, attention, displayedOrNull, endedOrNull);
    }

    /** Returns the risk score that decides. */
    public StayRisk risk() {
        return risks.inForce();
    }

    /** Returns the state with a score that the broker appended at a time. It is not in force yet. */
    public StayAlertState awaiting(StayRisk risk, Instant published) {
        return with(risks.and(risk, published));
    }

    /** Returns the state in which the next awaited score is in force. */
    public StayAlertState withNextRisk() {
        return with(risks.withNextInForce());
    }

    private StayAlertState with(StayRisks newRisks) {
        return new StayAlertState(
                detection, alarms, hash, processed, newRisks, attention, displayedOrNull, endedOrNull);
    }

    public StayAlertState with(DisplayedTriage newTriage) {
        return new StayAlertState(detection, alarms, hash, processed, risks, attention, newTriage, endedOrNull);
    }

    public StayAlertState with(StayAttention newAttention) {
        return new StayAlertState(
                detection, alarms, hash, processed, risks, newAttention, displayedOrNull, endedOrNull);
    }

    /** Returns the state of a stay whose end was noted at a wall-clock time. */
    public StayAlertState endedAt(Instant noted) {
        return new StayAlertState(detection, alarms, hash, processed, risks, attention, displayedOrNull, noted);
    }

    /** Returns the state of a stay whose end was written by mistake. */
    public StayAlertState continued() {
        return new StayAlertState(detection, alarms, hash, processed, risks, attention, displayedOrNull, null);
    }
}
