package org.vigie.station.stay;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.newest.NewestReadingRule;
import org.vigie.station.alarm.limit.LimitViolationSnapshot;

/**
 * Holds the newest reading of one variable of one stay.
 *
 * @param asOf when it was measured by the ward's clock
 * @param received when it came, by the ward's clock
 * @param offset of its raw record: of two that came at one instant the later one has the higher
 */
record LatestReading(
        Variable variable,
        JudgedReading reading,
        String source,
        String device,
        Instant asOf,
        Instant received,
        long offset,
        SuspectPeriod suspect) {
    static LatestReading of(Variable variable, CleanObservation record, JudgedReading reading) {
        Instant received = record.getReceivedTime();
        Instant asOf = reading.getAsOf() == null
                ? NewestReadingRule.notAfterReceived(reading.getMeasuredAt(), received)
                : reading.getAsOf();
        SuspectPeriod suspect = SuspectPeriod.of(reading, asOf);
        long offset = record.getOrigin().getOffset();
        return new LatestReading(
                variable, reading, record.getSource(), record.getDevice(), asOf, received, offset, suspect);
    }

    /** Returns this reading as the next one of its variable. */
    LatestReading after(LatestReading held) {
        boolean goesOn = held != null && suspect.goesOnFrom(held.suspect);
        return goesOn ? with(asOf, held.suspect) : this;
    }

    /** Returns this change as the present state of the value that it retracts or corrects: at the time of that value. */
    LatestReading inPlaceOf(LatestReading changed) {
        return with(changed.asOf, suspect);
    }

    private LatestReading with(Instant time, SuspectPeriod period) {
        return new LatestReading(variable, reading, source, device, time, received, offset, period);
    }

    /** Returns true when the reading came after another one of its device. */
    boolean cameAfter(LatestReading other) {
        return received.isAfter(other.received) || (received.equals(other.received) && offset > other.offset);
    }

    /** Returns true for a retraction and a correction. */
    boolean isChange() {
        return isRetracted() || !reading.getWithdraws().isEmpty();
    }

    /** Returns true when the reading retracts or corrects the value that is held, however late it is received. It leaves one that came later. */
    boolean changes(LatestReading held) {
        return isChange()
                && held != null
                && !held.cameAfter(this)
                && held.reading.getMeasuredAt().equals(reading.getMeasuredAt())
                && held.source.equals(source)
                && held.device.equals(device)
                && (channel().isEmpty() || held.channel().equals(channel()) || withdraws(held));
    }

    private boolean withdraws(LatestReading held) {
        return reading.getWithdraws().contains(held.reading.getValue());
    }

    String channel() {
        return reading.getChannel();
    }

    /** Which source of its variable it is. */
    SourceKey key() {
        return new SourceKey(source, device, channel());
    }

    /** A late reading does not describe the present. */
    boolean isCurrent() {
        return reading.getReason() != CleaningReasonRecord.OUT_OF_ORDER && !isRetracted();
    }

    private boolean isRetracted() {
        return reading.getVerdict() == CleaningOutcomeRecord.RETRACTED;
    }

    /** Returns true when this reading replaces the other one. Of one instant the reading received later does, in whatever order both are read. */
    boolean isNewerThan(LatestReading other) {
        return other == null
                || (NewestReadingRule.replaces(asOf, other.asOf)
                        && !(asOf.equals(other.asOf) && other.cameAfter(this)));
    }

    /**
     * @param later the newest rejection of the same source, or null
     * @param change when the source followed was changed last, or null
     * @param feed how often values of the source come
     */
    ValueSnapshot at(DisplayContext context, LatestRejection later, SourceChange change, FeedInterval feed) {
        Duration age = Duration.between(asOf, context.now());
        Duration limit = context.staleness().of(variable, source, context.speed());
        boolean stale = isRetracted() || age.compareTo(limit) > 0;
        return new ValueSnapshot(
                variable.name(),
                stale ? null : reading.getValue(),
                stale && !isRetracted() ? reading.getValue() : null,
                variable.unit(),
                reading.getMeasuredAt().toEpochMilli(),
                asOf.toEpochMilli(),
                Math.max(0, age.toMillis()),
                limit.toMillis(),
                stale,
                because(later),
                reading.getVerdict().name(),
                reading.getReason().name(),
                source,
                device,
                channel(),
                change == null ? null : change.at().toEpochMilli(),
                change == null ? null : change.from().label(),
                stale ? null : violation(context),
                stale ? null : feed.rareFor(variable, context),
                stale ? null : doubtfulSince(context));
    }

    private Long doubtfulSince(DisplayContext context) {
        return suspect.longerThan(context.staleness().suspect(), context.now())
                .filter(since -> variable.sampling() == SamplingMode.CONTINUOUS)
                .map(Instant::toEpochMilli)
                .orElse(null);
    }

    private LimitViolationSnapshot violation(DisplayContext context) {
        return context.limits().violatedBy(variable.name(), reading.getValue()).orElse(null);
    }

    private String because(LatestRejection later) {
        return later != null && later.received().isAfter(received)
                ? later.reason().name()
                : isRetracted() ? CleaningReasonRecord.RETRACTED.name() : CleaningReasonRecord.NONE.name();
    }
}
