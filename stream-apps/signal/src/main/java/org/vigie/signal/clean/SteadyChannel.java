package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Holds the state of one continuous channel in place, and takes readings for which no cleaning rule has an objection. */
final class SteadyChannel {
    private static final double NO_STEP = Double.POSITIVE_INFINITY;

    private final ChannelKey key;
    private final Variable variable;
    private final PinnedSignalRule pinned;
    private final double spikeStep;
    private final long flatSeconds;
    private final SteadyHistory seen;
    private Instant newest;
    private double level;
    private Instant levelAt;
    /** Level after the reading that was accepted last. */
    private double acceptedLevel;

    private double still;
    private Instant stillSince;
    /** Number of the message that was last compared with this channel. */
    private long message;

    private ChannelState start;
    private boolean taken;
    private boolean settled;

    SteadyChannel(ChannelKey key, ChannelState start) {
        this.key = key;
        this.variable = VariableCatalogue.standard().get(key.variable());
        this.pinned = new PinnedSignalRule(variable);
        this.spikeStep = variable.spikeStep().orElse(NO_STEP);
        this.flatSeconds = variable.flatSeconds().orElse(Integer.MAX_VALUE);
        this.seen = new SteadyHistory(start.seen());
        this.newest = start.pace().newest();
        this.level = start.level().value();
        this.levelAt = start.level().at();
        this.still = start.stillness().value();
        this.stillSince = start.stillness().since();
        this.start = start;
    }

    boolean isOf(Reading reading) {
        return key.variable().equals(reading.variable()) && key.channel().equals(reading.channel());
    }

    /** Returns false when the same message was compared before: it has two readings of this channel. */
    boolean isFirstOf(long messageNumber) {
        boolean first = message != messageNumber;
        message = messageNumber;
        return first;
    }

    /**
     * Returns true when a reading is kept without any objection. It must be in the catalogue's unit, and its stamp must be its time of
     * measurement.
     */
    boolean accepts(double value, Instant at, CleaningRevision revision) {
        return variable.hard().contains(value)
                && variable.soft().contains(value)
                && at.isAfter(newest)
                && isOnLevel(value, at, revision)
                && !NoSignalRule.is(key.variable(), value)
                && !isFlat(value, at)
                && (revision == CleaningRevision.FIRST || isAcceptedBySecond(value, at));
    }

    boolean isInUnit(String unit) {
        return variable.unit().equals(unit);
    }

    private boolean isOnLevel(double value, Instant at, CleaningRevision revision) {
        if (revision == CleaningRevision.SECOND && BodyTemperatureRule.concerns(variable)) {
            return isOnTemperature(value, at);
        }
        acceptedLevel = value;
        if (spikeStep == NO_STEP || !ElapsedTime.isLive(levelAt, at)) {
            return true;
        }
        double plausible = spikeStep * Math.max(1, ElapsedTime.millis(newest, at) / 1000.0);
        return Math.abs(value - level) <= plausible;
    }

    private boolean isOnTemperature(double value, Instant at) {
        SignalLevel after = BodyTemperatureRule.next(variable, SignalLevel.at(level, levelAt), value, at, newest);
        acceptedLevel = after.value();
        return !after.isLeft();
    }

    private boolean isFlat(double value, Instant at) {
        return isUnchanged(value, at)
                && ElapsedTime.lasts(stillSince, at, flatSeconds)
                && FlatLineState.looksNormal(variable, value);
    }

    /** Returns true when the reading is no reason for the rules that only the second revision has. */
    private boolean isAcceptedBySecond(double value, Instant at) {
        return !pinned.canApplyTo(value) && seen.isStreamed(at) && !seen.endsDoubted();
    }

    private boolean isUnchanged(double value, Instant at) {
        return value == still && ElapsedTime.isLive(newest, at);
    }

    /** Returns true when the value will have been the same for a time after a reading. */
    boolean isStill(double value, Instant at, Duration least) {
        return isUnchanged(value, at) && ElapsedTime.lasts(stillSince, at, least.toSeconds());
    }

    /** Takes a reading that is accepted. */
    void take(double value, Instant at) {
        if (!isUnchanged(value, at)) {
            still = value;
            stillSince = at;
        }
        newest = at;
        level = acceptedLevel;
        levelAt = at;
        taken = true;
        seen.add(value, at);
    }

    /** Keeps only the values that are kept between messages. */
    void settle() {
        settled |= seen.settle();
    }

    ChannelKey key() {
        return key;
    }

    /** Returns the state as it is now. */
    ChannelState state() {
        if (taken || settled) {
            start = new ChannelState(
                    new ChannelProgress(newest),
                    taken ? SignalLevel.at(level, levelAt) : start.level(),
                    new FlatLineState(still, stillSince),
                    seen.history());
            taken = false;
            settled = false;
        }
        return start;
    }
}
