package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;

/** Holds the cleaning state of one channel (bed, device, variable and its source). Values are in the catalogue's unit. Immutable. */
public record ChannelState(ChannelProgress pace, SignalLevel level, FlatLineState stillness, ChannelHistory seen) {
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** State of a channel without readings. */
    static final ChannelState SILENT = new ChannelState(
            new ChannelProgress(NEVER), SignalLevel.at(0, NEVER), new FlatLineState(0, NEVER), ChannelHistory.NOTHING);

    /** @param asOf when it was measured by the ward's clock */
    boolean isLate(Instant asOf) {
        return pace.isLate(asOf);
    }

    /** Returns the state after a reading that is the newest. */
    ChannelState moved(Variable variable, double value, Instant asOf, CleaningRevision revision) {
        return new ChannelState(
                new ChannelProgress(asOf),
                nextLevel(variable, value, asOf, revision),
                stillness.next(value, asOf, pace.continues(asOf)),
                seen);
    }

    /** Returns the state with a reported value, whether it is the newest, late, questionable or without signal. */
    ChannelState withReport(ChannelHistory.ReportedValue reported) {
        return new ChannelState(pace, level, stillness, seen.with(reported));
    }

    /** Returns the state before the next message. */
    ChannelState settled(SamplingMode sampling) {
        ChannelHistory settled = seen.settled(sampling);
        return settled.reported().size() == seen.reported().size()
                ? this
                : new ChannelState(pace, level, stillness, settled);
    }

    /** Returns the state with one more remembered value, which is older than the history. */
    ChannelState recalling(ChannelHistory.ReportedValue old) {
        return new ChannelState(pace, level, stillness, seen.recalling(old));
    }

    /** Returns the state with a value that became suspect. */
    ChannelState doubting(double value, Instant at) {
        return new ChannelState(
                pace, level, stillness, seen.with(seen.standing(value, at), ChannelHistory.ValueDisposition.DOUBTED));
    }

    /** Returns the state with a kept value whose channel is not followed. */
    ChannelState unfollowed(double value, Instant at) {
        List<ChannelHistory.ReportedValue> kept = seen.standing(value, at).stream()
                .filter(reported -> reported.disposition() == ChannelHistory.ValueDisposition.KEPT)
                .toList();
        return new ChannelState(pace, level, stillness, seen.with(kept, ChannelHistory.ValueDisposition.UNFOLLOWED));
    }

    /**
     * Returns the state without retracted values. Retracted values are no basis for the next value, so that the signal level starts again.
     */
    ChannelState without(List<ChannelHistory.ReportedValue> withdrawn) {
        return withdrawn.isEmpty()
                ? this
                : new ChannelState(
                        pace, SILENT.level, stillness, seen.with(withdrawn, ChannelHistory.ValueDisposition.WITHDRAWN));
    }

    private SignalLevel nextLevel(Variable variable, double value, Instant at, CleaningRevision revision) {
        if (revision == CleaningRevision.SECOND && BodyTemperatureRule.concerns(variable)) {
            return BodyTemperatureRule.next(variable, level, value, at, pace.newest());
        }
        return variable.sampling() == SamplingMode.CONTINUOUS
                        && variable.spikeStep().isPresent()
                ? level.next(value, at, pace.newest(), variable.spikeStep().getAsDouble())
                : SignalLevel.at(value, at);
    }

    /** Returns true when the newest reading and all before it have had the same value for {@code least}. */
    boolean isStill(Duration least) {
        return stillness.lasts(least, pace.newest());
    }
}
