package org.vigie.testing.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.variable.VariableNames;

/**
 * Tells what the monitor at one bed sends. It yields raw observations, clean observations and alerts.
 *
 * <p>Values are given variable by variable in the unit of the catalogue, separated by blanks. {@link #every} turns them into messages.
 * {@code -} is a step without that value, {@code 84x20} means twenty times; any other word that is no number is sent as text. {@link #at}
 * begins one clean message that is told reading by reading.
 */
public final class BedStory {
    private final BedMessages messages = new BedMessages();
    private final ValueRows rows = new ValueRows();
    private StoryBed bed;

    BedStory(StoryBed bed) {
        this.bed = bed;
    }

    public BedStory provisional() {
        bed = bed.asProvisional();
        return this;
    }

    /** Sets the offset of the monitor's clock from now on. The cleaner knows it. */
    public BedStory clock(Duration offset) {
        messages.setClock(offset);
        return this;
    }

    /** Sets what the cleaner decides of the readings of all next steps. */
    public BedStory judged(CleaningOutcomeRecord outcome, CleaningReasonRecord reason) {
        rows.setVerdict(outcome, reason);
        return this;
    }

    public BedStory heartRate(String values) {
        return value(VariableNames.HR, values);
    }

    public BedStory saturation(String values) {
        return value(VariableNames.SPO2, values);
    }

    public BedStory value(String variable, String values) {
        rows.put(variable, values);
        return this;
    }

    /** Adds one message per step with the values that were set since the last call. */
    public BedStory every(int amount, ChronoUnit unit) {
        for (int step = 0; step < rows.steps(); step++) {
            messages.add(bed, rows.readings(step, messages.deviceTime()));
            messages.pass(Duration.of(amount, unit));
        }
        rows.clear();
        return this;
    }

    /** Adds one message per second with the same values. */
    public BedStory steady(int seconds, Map<String, Double> values) {
        values.forEach((variable, value) -> value(variable, value + "x" + seconds));
        return every(1, ChronoUnit.SECONDS);
    }

    public BedStory silent(Duration duration) {
        messages.pass(duration);
        return this;
    }

    /** Repeats the newest message with the present received time. */
    public BedStory again() {
        messages.repeatNewest();
        return this;
    }

    /** Withdraws a value of the newest message, a second after it was received. */
    public BedStory withdraw(String variable, double value) {
        messages.withdraw(bed, variable, value);
        return this;
    }

    /** Begins one clean message. The time of the story does not move. */
    public MessageStory at(Instant time) {
        return new MessageStory(bed, messages, time);
    }

    /** @param sinceAdmission time since {@link WardStory#ADMITTED} in ISO 8601 */
    public MessageStory at(String sinceAdmission) {
        return at(WardStory.ADMITTED.plus(Duration.parse(sinceAdmission)));
    }

    public AlertStory alert(String alert) {
        return new AlertStory(bed, alert);
    }

    public TriageStory triage() {
        return new TriageStory(bed);
    }

    /** @param side BELOW, ABOVE or AT_LEAST */
    public PatientLimitStory limit(String variable, String side, double value) {
        return new PatientLimitStory(bed, variable, side, value);
    }

    public List<Observation> observations() {
        return messages.observations();
    }

    public List<CleanObservation> cleanObservations() {
        return messages.cleanObservations();
    }

    /** Returns the admission of the stay, which has not ended. */
    public Stay admission() {
        return admission(WardStory.ADMITTED, null);
    }

    /** @param until end of the stay; null while it has not ended */
    public Stay admission(Instant from, Instant until) {
        return bed.admission(from, until);
    }

    public BedStays stays() {
        return stays(WardStory.ADMITTED);
    }

    /** Returns the stays of the bed: one, which has not ended. */
    public BedStays stays(Instant from) {
        return new BedStays(bed.name(), List.of(admission(from, null)));
    }
}
