package org.vigie.signal.clean;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;
import org.vigie.signal.newest.DeviceClock;
import org.vigie.signal.newest.NewestReadingRule;

/**
 * Decides whether each reading of a message is kept, suspect, rejected or retracted. The first rule that applies gives the reason: <ol>
 * <li>by the arrival of the message, rejected: FUTURE_TIME
 * <li>by the reading itself, rejected: UNKNOWN_VARIABLE, DEVICE_INVALID, NOT_A_NUMBER, UNKNOWN_UNIT, FUTURE_TIME, OUT_OF_RANGE
 * <li>for a retraction: RETRACTED, or rejected: NOTHING_TO_RETRACT
 * <li>by comparison with its channel, rejected: DUPLICATE, RETRACTED_BEFORE
 * <li>for a reading that is not the newest of its channel: DEVICE_TEST, DEVICE_QUESTIONABLE, FLAT_LINE without signal (suspect),
 * OUT_OF_ORDER (kept)
 * <li>for the newest reading of its channel: SPIKE or FLAT_LINE beside the others of its instant (suspect)
 * <li>for any other newest one: SPIKE, FLAT_LINE of one value or of the whole feed (suspect), SOFT_RANGE, NONE (kept) </ol>
 *
 * <p>A reading that was measured more than a day before its receipt is OUT_OF_ORDER even if its channel is new. Either the result is a day
 * late or the device's clock was never set. In both cases it says nothing about the present.
 *
 * <p>The result is deterministic: the same message after the same channels always gets the same reasons.
 */
public final class ReadingCleaner {
    private final ArrivalTimes arrival;
    private final AcceptanceRules acceptance;
    private final boolean readLater;
    private final NewestValueRules newestValues;
    private final DeviceClock clock;
    /** Number of channels before the message. */
    private final int channelsBefore;

    private final Map<ChannelKey, ChannelState> channels;
    private final List<Reading> message;
    private final List<Verdict> verdicts = new ArrayList<>();

    /** Kept values that the present reading withdraws. */
    private final List<Double> withdrawn = new ArrayList<>();

    private final Map<Integer, FrozenFeedRule.ChannelUpdate> moved = new HashMap<>();

    private ReadingCleaner(
            ArrivalTimes arrival,
            DeviceChannels before,
            InstantHistory history,
            boolean readLater,
            NewestValueRules newestValues,
            List<Reading> readings) {
        this.arrival = arrival;
        this.acceptance = new AcceptanceRules(arrival);
        this.readLater = readLater;
        this.newestValues = newestValues;
        this.clock = readLater ? before.clock() : new DeviceTimestamps(readings, arrival).clockAfter(before.clock());
        this.channelsBefore = before.byKey().size();
        this.channels = history.recalledIn(before);
        this.message = readings;
    }

    /**
     * Cleans one message with the rules of the shipped risk models.
     *
     * @param arrival times of the message's arrival
     * @param before the device's channels at this bed
     * @param history values that the device reported for the instants of the message
     */
    public static CleaningResult judge(
            List<Reading> readings, ArrivalTimes arrival, DeviceChannels before, InstantHistory history) {
        return judge(readings, arrival, before, history, NewestValueRules.of(CleaningRevision.SHIPPED));
    }

    /** Cleans one message with a revision of the rules. */
    public static CleaningResult judge(
            List<Reading> readings,
            ArrivalTimes arrival,
            DeviceChannels before,
            InstantHistory history,
            CleaningRevision revision) {
        return judge(readings, arrival, before, history, NewestValueRules.of(revision));
    }

    /** Cleans one message with the rules of a revision for one patient. */
    public static CleaningResult judge(
            List<Reading> readings,
            ArrivalTimes arrival,
            DeviceChannels before,
            InstantHistory history,
            NewestValueRules newestValues) {
        return judged(readings, new ReadingCleaner(arrival, before, history, false, newestValues, readings));
    }

    /** Cleans one message without values beyond {@code before}. */
    public static CleaningResult judge(List<Reading> readings, ArrivalTimes arrival, DeviceChannels before) {
        return judge(readings, arrival, before, InstantHistory.NOTHING);
    }

    /** Cleans readings that were decoded long after their receipt. They correct the past and say nothing about the present. */
    public static CleaningResult judgeLate(
            List<Reading> readings, ArrivalTimes arrival, DeviceChannels before, InstantHistory history) {
        return judged(
                readings,
                new ReadingCleaner(
                        arrival, before, history, true, NewestValueRules.of(CleaningRevision.SHIPPED), readings));
    }

    private static CleaningResult judged(List<Reading> readings, ReadingCleaner cleaner) {
        readings.forEach(reading -> cleaner.verdicts.add(cleaner.verdict(reading)));
        cleaner.markFrozenFeedSuspect();
        return new CleaningResult(cleaner.verdicts, new DeviceChannels(cleaner.clock, cleaner.channelsAfter()));
    }

    /** Returns the channels after the message. Without a new channel there are not too many of them. */
    private Map<ChannelKey, ChannelState> channelsAfter() {
        return channels.size() == channelsBefore ? channels : DeviceChannels.newest(channels);
    }

    private Verdict verdict(Reading reading) {
        withdrawn.clear();
        CleaningReason reason = judge(reading);
        return new Verdict(reason, withdrawn, asOf(reading));
    }

    private CleaningReason judge(Reading reading) {
        CleaningReason accepted = acceptance.reasonFor(reading);
        Optional<Variable> variable = reading.catalogued();
        if (variable.isPresent() && !arrival.isFromTheFuture() && retracts(reading, accepted)) {
            return retract(reading, accepted);
        }
        return accepted == CleaningReason.NONE
                ? compare(reading, variable.orElseThrow(), reading.catalogueValue())
                : accepted;
    }

    /** Returns true for a retraction, and for a correction with an unusable value, because the corrected value is wrong as well. */
    private static boolean retracts(Reading reading, CleaningReason acceptance) {
        return reading.status() == MeasurementStatus.RETRACTED
                || (reading.status() == MeasurementStatus.CORRECTED && acceptance != CleaningReason.NONE);
    }

    private CleaningReason retract(Reading reading, CleaningReason acceptance) {
        ChannelKey own = ChannelKey.of(reading);
        List<ChannelKey> reportingChannels = reportingChannels(own, reading.catalogueValue(), reading.measuredAt());
        reportingChannels.forEach(
                key -> withdraw(key, channel(key).seen().standing(reading.catalogueValue(), reading.measuredAt())));
        if (!reportingChannels.isEmpty()) {
            return CleaningReason.RETRACTED;
        }
        if (reading.status() == MeasurementStatus.CORRECTED) {
            return acceptance;
        }
        addReport(own, channel(own), new ReportedValue(Double.NaN, reading.measuredAt(), ValueDisposition.WITHDRAWN));
        return CleaningReason.NOTHING_TO_RETRACT;
    }

    /**
     * Returns the channels whose values a correction or a retraction concerns.
     *
     * <p>It is the named channel if that reported a value of the instant. Otherwise it is the related channels with a value, and among them
     * those with this very value. They are sorted by name, so that a repetition after a crash gives the same result.
     */
    private List<ChannelKey> reportingChannels(ChannelKey own, double value, Instant at) {
        if (!channel(own).seen().standing(at).isEmpty()) {
            return List.of(own);
        }
        List<ChannelKey> related = channels.keySet().stream()
                .filter(own::isRelatedTo)
                .filter(key -> !channel(key).seen().standing(at).isEmpty())
                .sorted(ChannelKey.ORDER)
                .toList();
        List<ChannelKey> exact = related.stream()
                .filter(key -> channel(key).seen().contains(value, at))
                .toList();
        return exact.isEmpty() ? related : exact;
    }

    private void withdraw(ChannelKey key, List<ReportedValue> taken) {
        channels.put(key, channel(key).without(taken));
        taken.stream()
                .filter(reported -> reported.disposition() == ValueDisposition.KEPT)
                .map(ReportedValue::value)
                .forEach(withdrawn::add);
    }

    /**
     * Applies a correction. A correction without a source applies to the only channel with a value; among several channels none is chosen.
     */
    private void correct(ChannelKey own, Instant at) {
        List<ChannelKey> reportingChannels = reportingChannels(own, Double.NaN, at);
        if (reportingChannels.size() == 1) {
            withdraw(
                    reportingChannels.get(0),
                    channel(reportingChannels.get(0)).seen().standing(at));
        }
    }

    private boolean isWithdrawn(ChannelKey own, double value, Instant at) {
        for (var entry : channels.entrySet()) {
            if (own.isRelatedTo(entry.getKey()) && entry.getValue().seen().isWithdrawn(value, at)) {
                return true;
            }
        }
        return false;
    }

    private void addReport(ChannelKey key, ChannelState channel, ReportedValue reported) {
        channels.put(key, channel.withReport(reported));
    }

    private ChannelState channel(ChannelKey key) {
        return channels.getOrDefault(key, ChannelState.SILENT);
    }

    private CleaningReason compare(Reading reading, Variable variable, double value) {
        Instant at = reading.measuredAt();
        ChannelKey key = ChannelKey.of(reading);
        if (channel(key).seen().contains(value, at) && !isNewOccurrence(reading, variable)) {
            return CleaningReason.DUPLICATE;
        }
        if (reading.status() == MeasurementStatus.CORRECTED) {
            correct(key, at);
        } else if (isWithdrawn(key, value, at)) {
            return CleaningReason.RETRACTED_BEFORE;
        }
        return place(reading, variable, value, channel(key));
    }

    /**
     * Returns true when a repeated value is new. A clock that was set back repeats instants; a reading newer than all before is no
     * duplicate.
     */
    private boolean isNewOccurrence(Reading reading, Variable variable) {
        return variable.sampling() == SamplingMode.CONTINUOUS
                && asOf(reading).isAfter(channel(ChannelKey.of(reading)).pace().newest());
    }

    /** Returns the time of measurement by the ward's clock. */
    private Instant asOf(Reading reading) {
        return reading.isStampedByDevice() && !readLater
                ? clock.asOf(reading.measuredAt(), arrival.receivedTime())
                : NewestReadingRule.notAfterReceived(reading.measuredAt(), arrival.receivedTime());
    }

    private CleaningReason place(Reading reading, Variable variable, double value, ChannelState before) {
        Instant at = reading.measuredAt();
        CleaningReason unmoved = unmoved(reading, variable, value, before);
        ChannelState after = unmoved == CleaningReason.NONE
                ? before.moved(variable, value, asOf(reading), newestValues.revision())
                : before;
        CleaningReason reason = unmoved == CleaningReason.NONE ? moved(reading, variable, value, after) : unmoved;
        addReport(
                ChannelKey.of(reading),
                after,
                new ReportedValue(
                        value,
                        at,
                        reason.outcome() == CleaningOutcome.KEPT ? ValueDisposition.KEPT : ValueDisposition.DOUBTED));
        return reason;
    }

    /** Returns why a reading does not move its channel; {@link CleaningReason#NONE} when it is the newest and nothing contradicts it. */
    private CleaningReason unmoved(Reading reading, Variable variable, double value, ChannelState before) {
        return switch (reading.status()) {
            case TEST, DEMO -> CleaningReason.DEVICE_TEST;
            case QUESTIONABLE, UNKNOWN -> CleaningReason.DEVICE_QUESTIONABLE;
            default -> {
                if (NoSignalRule.is(variable.name(), value)) {
                    yield CleaningReason.FLAT_LINE;
                }
                yield isLate(reading, variable, before)
                        ? CleaningReason.OUT_OF_ORDER
                        : newestValues.contradiction(reading, asOf(reading), channels, message);
            }
        };
    }

    private boolean isLate(Reading reading, Variable variable, ChannelState before) {
        return readLater
                || arrival.isAstray(reading.measuredAt())
                || before.isLate(asOf(reading))
                || (variable.sampling() != SamplingMode.CONTINUOUS && isLateBesideOthers(reading, variable));
    }

    /** Returns true when another source has a newer value. For episodic, charted and laboratory variables all sources count together. */
    private boolean isLateBesideOthers(Reading reading, Variable variable) {
        return channels.entrySet().stream()
                .filter(other -> other.getKey().variable().equals(variable.name()))
                .anyMatch(other -> other.getValue().isLate(asOf(reading)));
    }

    private CleaningReason moved(Reading reading, Variable variable, double value, ChannelState after) {
        moved.put(
                verdicts.size(),
                new FrozenFeedRule.ChannelUpdate(ChannelKey.of(reading), variable, reading.measuredAt(), after));
        return newestValues.reasonFor(variable, value, reading.measuredAt(), after, message);
    }

    private void markFrozenFeedSuspect() {
        if (new FrozenFeedRule(List.copyOf(moved.values())).isFrozen()) {
            moved.forEach(this::markSuspect);
        }
    }

    private void markSuspect(int index, FrozenFeedRule.ChannelUpdate reading) {
        boolean kept = verdicts.get(index).outcome() == CleaningOutcome.KEPT;
        if (kept && reading.isContinuous() && reading.looksNormal()) {
            verdicts.set(index, verdicts.get(index).because(CleaningReason.FLAT_LINE));
            channels.computeIfPresent(
                    reading.key(),
                    (key, channel) ->
                            channel.doubting(reading.after().stillness().value(), reading.measuredAt()));
        }
    }
}
