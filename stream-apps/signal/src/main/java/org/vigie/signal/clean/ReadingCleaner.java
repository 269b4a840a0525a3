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
 * Judges the readings of one message. The first rule that speaks gives the reason:
 *
 * <ol>
 *   <li>by its message's arrival, rejected: FUTURE_TIME
 *   <li>by itself, rejected: UNKNOWN_VARIABLE, DEVICE_INVALID, NOT_A_NUMBER, UNKNOWN_UNIT, FUTURE_TIME, OUT_OF_RANGE
 *   <li>of a retraction: RETRACTED, or rejected: NOTHING_TO_RETRACT
 *   <li>against its channel, rejected: DUPLICATE, RETRACTED_BEFORE
 *   <li>not moving its channel: DEVICE_TEST, DEVICE_QUESTIONABLE, FLAT_LINE without signal (suspect), OUT_OF_ORDER (kept)
 *   <li>moving its channel: SPIKE, FLAT_LINE of one value or of the whole feed (suspect), SOFT_RANGE, NONE (kept)
 * </ol>
 *
 * What was measured more than a day before it came is OUT_OF_ORDER even when its channel said nothing before: the result is a day late or
 * the device's clock was never set, and either way it says nothing of now.
 *
 * <p>Deterministic: the same message after the same channels is always judged alike.
 */
public final class ReadingCleaner {
    private final ArrivalTimes arrival;
    private final AcceptanceRules acceptance;
    private final boolean readLater;
    private final DeviceClock clock;
    private final Map<ChannelKey, ChannelState> channels;
    private final List<Verdict> verdicts = new ArrayList<>();

    /** The kept values that the reading being judged takes back. */
    private final List<Double> withdrawn = new ArrayList<>();

    private final Map<Integer, FrozenFeedRule.ChannelUpdate> moved = new HashMap<>();

    private ReadingCleaner(
            ArrivalTimes arrival,
            DeviceChannels before,
            InstantHistory said,
            boolean readLater,
            List<Reading> readings) {
        this.arrival = arrival;
        this.acceptance = new AcceptanceRules(arrival);
        this.readLater = readLater;
        this.clock = readLater ? before.clock() : new DeviceTimestamps(readings, arrival).clockAfter(before.clock());
        this.channels = said.recalledIn(before);
    }

    /**
     * @param arrival of the message
     * @param before what the device has said at this bed
     * @param said what it said of the instants of the message
     */
    public static CleaningResult judge(
            List<Reading> readings, ArrivalTimes arrival, DeviceChannels before, InstantHistory said) {
        return judged(readings, new ReadingCleaner(arrival, before, said, false, readings));
    }

    /** The same where nothing is remembered beyond {@code before}. */
    public static CleaningResult judge(List<Reading> readings, ArrivalTimes arrival, DeviceChannels before) {
        return judge(readings, arrival, before, InstantHistory.NOTHING);
    }

    /** The same for readings that were understood only long after they came: they correct the past and say nothing of now. */
    public static CleaningResult judgeLate(
            List<Reading> readings, ArrivalTimes arrival, DeviceChannels before, InstantHistory said) {
        return judged(readings, new ReadingCleaner(arrival, before, said, true, readings));
    }

    private static CleaningResult judged(List<Reading> readings, ReadingCleaner cleaner) {
        readings.forEach(reading -> cleaner.verdicts.add(cleaner.verdict(reading)));
        cleaner.doubtAFrozenFeed();
        return new CleaningResult(
                cleaner.verdicts, new DeviceChannels(cleaner.clock, DeviceChannels.newest(cleaner.channels)));
    }

    private Verdict verdict(Reading reading) {
        withdrawn.clear();
        CleaningReason reason = judge(reading);
        return new Verdict(reason, withdrawn, asOf(reading));
    }

    private CleaningReason judge(Reading reading) {
        CleaningReason accepted = acceptance.reasonFor(reading);
        Optional<Variable> variable = reading.catalogued();
        if (variable.isPresent() && !arrival.isFromTheFuture() && takesBack(reading, accepted)) {
            return takeBack(reading, accepted);
        }
        return accepted == CleaningReason.NONE
                ? compare(reading, variable.orElseThrow(), reading.catalogueValue())
                : accepted;
    }

    /** So does a correction that cannot be used: what it corrects is wrong all the same. */
    private static boolean takesBack(Reading reading, CleaningReason acceptance) {
        return reading.status() == MeasurementStatus.RETRACTED
                || (reading.status() == MeasurementStatus.CORRECTED && acceptance != CleaningReason.NONE);
    }

    private CleaningReason takeBack(Reading reading, CleaningReason acceptance) {
        ChannelKey own = ChannelKey.of(reading);
        List<ChannelKey> sayers = sayers(own, reading.catalogueValue(), reading.measuredAt());
        sayers.forEach(
                key -> withdraw(key, channel(key).seen().standing(reading.catalogueValue(), reading.measuredAt())));
        if (!sayers.isEmpty()) {
            return CleaningReason.RETRACTED;
        }
        if (reading.status() == MeasurementStatus.CORRECTED) {
            return acceptance;
        }
        tell(own, channel(own), new ReportedValue(Double.NaN, reading.measuredAt(), ValueDisposition.WITHDRAWN));
        return CleaningReason.NOTHING_TO_RETRACT;
    }

    /**
     * The channels that said something of an instant, whom a correction or a retraction is about: the one that it names; where that said
     * nothing, those that may be the same, of them the ones that said this very value. In the order of their names, so that what is judged
     * again after a crash is the same.
     */
    private List<ChannelKey> sayers(ChannelKey own, double value, Instant at) {
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
                .filter(reported -> reported.fate() == ValueDisposition.KEPT)
                .map(ReportedValue::value)
                .forEach(withdrawn::add);
    }

    /** A correction that does not name its source corrects the only one that spoke; of several none can be chosen. */
    private void correct(ChannelKey own, Instant at) {
        List<ChannelKey> sayers = sayers(own, Double.NaN, at);
        if (sayers.size() == 1) {
            withdraw(sayers.get(0), channel(sayers.get(0)).seen().standing(at));
        }
    }

    private boolean isWithdrawn(ChannelKey own, double value, Instant at) {
        return channels.keySet().stream()
                .anyMatch(key -> own.isRelatedTo(key) && channel(key).seen().isWithdrawn(value, at));
    }

    private void tell(ChannelKey key, ChannelState channel, ReportedValue reported) {
        channels.put(key, channel.told(reported));
    }

    private ChannelState channel(ChannelKey key) {
        return channels.getOrDefault(key, ChannelState.SILENT);
    }

    private CleaningReason compare(Reading reading, Variable variable, double value) {
        Instant at = reading.measuredAt();
        ChannelKey key = ChannelKey.of(reading);
        if (channel(key).seen().contains(value, at) && !comesAnew(reading, variable)) {
            return CleaningReason.DUPLICATE;
        }
        if (reading.status() == MeasurementStatus.CORRECTED) {
            correct(key, at);
        } else if (isWithdrawn(key, value, at)) {
            return CleaningReason.RETRACTED_BEFORE;
        }
        return place(reading, variable, value, channel(key));
    }

    /** A clock that was set back names instants that it named before: what is newer than all before is no copy. */
    private boolean comesAnew(Reading reading, Variable variable) {
        return variable.sampling() == SamplingMode.CONTINUOUS
                && asOf(reading).isAfter(channel(ChannelKey.of(reading)).pace().newest());
    }

    /** When it was measured by the ward's clock. */
    private Instant asOf(Reading reading) {
        return reading.isStampedByDevice() && !readLater
                ? clock.asOf(reading.measuredAt(), arrival.receivedTime())
                : NewestReadingRule.notAfterReceived(reading.measuredAt(), arrival.receivedTime());
    }

    private CleaningReason place(Reading reading, Variable variable, double value, ChannelState before) {
        Instant at = reading.measuredAt();
        CleaningReason unmoved = unmoved(reading, variable, value, before);
        ChannelState after = unmoved == CleaningReason.NONE ? before.moved(variable, value, asOf(reading)) : before;
        CleaningReason reason = unmoved == CleaningReason.NONE ? moved(reading, variable, value, after) : unmoved;
        tell(
                ChannelKey.of(reading),
                after,
                new ReportedValue(
                        value,
                        at,
                        reason.outcome() == CleaningOutcome.KEPT ? ValueDisposition.KEPT : ValueDisposition.DOUBTED));
        return reason;
    }

    /** Why a reading does not move its channel; {@link CleaningReason#NONE} when it does. */
    private CleaningReason unmoved(Reading reading, Variable variable, double value, ChannelState before) {
        return switch (reading.status()) {
            case TEST, DEMO -> CleaningReason.DEVICE_TEST;
            case QUESTIONABLE, UNKNOWN -> CleaningReason.DEVICE_QUESTIONABLE;
            default -> {
                if (NoSignalRule.is(variable.name(), value)) {
                    yield CleaningReason.FLAT_LINE;
                }
                yield isLate(reading, variable, before) ? CleaningReason.OUT_OF_ORDER : CleaningReason.NONE;
            }
        };
    }

    private boolean isLate(Reading reading, Variable variable, ChannelState before) {
        return readLater
                || arrival.isAstray(reading.measuredAt())
                || before.isLate(asOf(reading))
                || (variable.sampling() != SamplingMode.CONTINUOUS && isLateBesideOthers(reading, variable));
    }

    /** Of what is measured now and then every source counts, so that the newest of all is the newest. */
    private boolean isLateBesideOthers(Reading reading, Variable variable) {
        return channels.entrySet().stream()
                .filter(other -> other.getKey().variable().equals(variable.name()))
                .anyMatch(other -> other.getValue().isLate(asOf(reading)));
    }

    private CleaningReason moved(Reading reading, Variable variable, double value, ChannelState after) {
        moved.put(
                verdicts.size(),
                new FrozenFeedRule.ChannelUpdate(ChannelKey.of(reading), variable, reading.measuredAt(), after));
        if (after.level().isLeft()) {
            return CleaningReason.SPIKE;
        }
        if (after.stillness().isDoubtful(variable, after.pace().newest())) {
            return CleaningReason.FLAT_LINE;
        }
        return variable.soft().contains(value) ? CleaningReason.NONE : CleaningReason.SOFT_RANGE;
    }

    private void doubtAFrozenFeed() {
        if (new FrozenFeedRule(List.copyOf(moved.values())).isFrozen()) {
            moved.forEach(this::doubt);
        }
    }

    private void doubt(int index, FrozenFeedRule.ChannelUpdate reading) {
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
