package org.vigie.signal.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.variable.Variable;

/**
 * Judges the readings of one message. The first rule that speaks gives the reason:
 *
 * <ol>
 *   <li>by its message's arrival, rejected: FUTURE_TIME
 *   <li>by itself, rejected: UNKNOWN_VARIABLE, DEVICE_INVALID, NOT_A_NUMBER, UNKNOWN_UNIT, FUTURE_TIME, OUT_OF_RANGE
 *   <li>against its channel, rejected: DUPLICATE
 *   <li>not moving its channel: DEVICE_TEST, DEVICE_QUESTIONABLE, FLAT_LINE without signal (suspect), OUT_OF_ORDER (kept)
 *   <li>moving its channel: SPIKE, FLAT_LINE of one value or of the whole feed (suspect), SOFT_RANGE, NONE (kept)
 * </ol>
 *
 * What was measured more than a day before it came is OUT_OF_ORDER even when its channel said nothing before: the result is a day late or
 * the device's clock was never set, and either way it says nothing of now.
 *
 * <p>Deterministic: the same message after the same channels is always judged alike.
 */
public final class Cleaner {
    private final Arrival arrival;
    private final boolean readLater;
    private final Map<String, Channel> channels;
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<Integer, FrozenFeed.Moved> moved = new HashMap<>();

    private Cleaner(Arrival arrival, Channels before, boolean readLater) {
        this.arrival = arrival;
        this.readLater = readLater;
        this.channels = new HashMap<>(before.byVariable());
    }

    /**
     * @param arrival of the message
     * @param before what the device has said at this bed
     */
    public static Judgement judge(List<Reading> readings, Arrival arrival, Channels before) {
        return judged(readings, new Cleaner(arrival, before, false));
    }

    /** The same for readings that were understood only long after they came: they correct the past and say nothing of now. */
    public static Judgement judgeLate(List<Reading> readings, Arrival arrival, Channels before) {
        return judged(readings, new Cleaner(arrival, before, true));
    }

    private static Judgement judged(List<Reading> readings, Cleaner cleaner) {
        readings.forEach(reading -> cleaner.reasons.add(cleaner.judge(reading)));
        cleaner.doubtAFrozenFeed();
        return new Judgement(cleaner.reasons, new Channels(cleaner.channels));
    }

    private Reason judge(Reading reading) {
        Reason acceptance = Acceptance.of(reading, arrival);
        return acceptance == Reason.NONE
                ? compare(reading, Units.variable(reading).orElseThrow(), Units.catalogueValue(reading))
                : acceptance;
    }

    private Reason compare(Reading reading, Variable variable, double value) {
        Channel before = channels.getOrDefault(variable.name(), Channel.SILENT);
        if (before.seen().contains(value, reading.measuredAt())) {
            return Reason.DUPLICATE;
        }
        Reason unmoved = unmoved(reading, variable, value, before);
        Channel after = unmoved == Reason.NONE
                ? before.moved(variable, value, reading.measuredAt(), arrival.receivedTime())
                : before.heard(variable, value, reading.measuredAt());
        channels.put(variable.name(), after);
        return unmoved == Reason.NONE ? moved(variable, value, after) : unmoved;
    }

    /** Why a reading does not move its channel; {@link Reason#NONE} when it does. */
    private Reason unmoved(Reading reading, Variable variable, double value, Channel before) {
        return switch (reading.status()) {
            case TEST, DEMO -> Reason.DEVICE_TEST;
            case QUESTIONABLE, UNKNOWN -> Reason.DEVICE_QUESTIONABLE;
            default -> {
                if (NoSignal.is(variable.name(), value)) {
                    yield Reason.FLAT_LINE;
                }
                yield isLate(reading, variable, before) ? Reason.OUT_OF_ORDER : Reason.NONE;
            }
        };
    }

    private boolean isLate(Reading reading, Variable variable, Channel before) {
        return readLater
                || arrival.isAstray(reading.measuredAt())
                || before.isLate(variable, reading.measuredAt(), arrival.receivedTime());
    }

    private Reason moved(Variable variable, double value, Channel after) {
        moved.put(reasons.size(), new FrozenFeed.Moved(variable, after));
        if (after.level().isLeft()) {
            return Reason.SPIKE;
        }
        if (after.stillness().isDoubtful(variable, after.pace().newest())) {
            return Reason.FLAT_LINE;
        }
        return variable.soft().contains(value) ? Reason.NONE : Reason.SOFT_RANGE;
    }

    private void doubtAFrozenFeed() {
        if (FrozenFeed.is(List.copyOf(moved.values()))) {
            moved.forEach((index, reading) -> reasons.set(index, doubt(reasons.get(index), reading)));
        }
    }

    private static Reason doubt(Reason reason, FrozenFeed.Moved reading) {
        boolean doubtful = reason.outcome() == Outcome.KEPT && reading.isContinuous() && reading.looksNormal();
        return doubtful ? Reason.FLAT_LINE : reason;
    }
}
