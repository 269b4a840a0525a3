package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;

/** What one channel (bed, device, variable, source of it) has said: all that the rules remember. Values are in the catalogue's unit. Immutable. */
public record ChannelState(ChannelProgress pace, SignalLevel level, FlatLineState stillness, ChannelHistory seen) {
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** A channel that has said nothing. */
    static final ChannelState SILENT = new ChannelState(
            new ChannelProgress(NEVER), SignalLevel.at(0, NEVER), new FlatLineState(0, NEVER), ChannelHistory.NOTHING);

    /** @param asOf when it was measured by the ward's clock */
    boolean isLate(Instant asOf) {
        return pace.isLate(asOf);
    }

    /** After a reading that is the newest. */
    ChannelState moved(Variable variable, double value, Instant asOf) {
        return new ChannelState(
                new ChannelProgress(asOf),
                nextLevel(variable, value, asOf),
                stillness.next(value, asOf, pace.continues(asOf)),
                seen);
    }

    /** After a reading, whether it moved the channel or is late, doubted by its device, or without signal. */
    ChannelState told(ChannelHistory.ReportedValue reported) {
        return new ChannelState(pace, level, stillness, seen.with(reported));
    }

    /** Before the next message. */
    ChannelState settled(SamplingMode sampling) {
        return new ChannelState(pace, level, stillness, seen.settled(sampling));
    }

    /** With something that it told longer ago than it remembers. */
    ChannelState recalling(ChannelHistory.ReportedValue old) {
        return new ChannelState(pace, level, stillness, seen.recalling(old));
    }

    /** A value of which it turned out that it cannot be believed. */
    ChannelState doubting(double value, Instant at) {
        return new ChannelState(
                pace, level, stillness, seen.with(seen.standing(value, at), ChannelHistory.ValueDisposition.DOUBTED));
    }

    /** A value that was kept, while another channel of its variable is followed. */
    ChannelState unfollowed(double value, Instant at) {
        List<ChannelHistory.ReportedValue> kept = seen.standing(value, at).stream()
                .filter(reported -> reported.fate() == ChannelHistory.ValueDisposition.KEPT)
                .toList();
        return new ChannelState(pace, level, stillness, seen.with(kept, ChannelHistory.ValueDisposition.UNFOLLOWED));
    }

    /** What was taken back says nothing of what comes now: the next value finds no level. */
    ChannelState without(List<ChannelHistory.ReportedValue> withdrawn) {
        return withdrawn.isEmpty()
                ? this
                : new ChannelState(
                        pace, SILENT.level, stillness, seen.with(withdrawn, ChannelHistory.ValueDisposition.WITHDRAWN));
    }

    private SignalLevel nextLevel(Variable variable, double value, Instant at) {
        return variable.sampling() == SamplingMode.CONTINUOUS
                        && variable.spikeStep().isPresent()
                ? level.next(value, at, pace.newest(), variable.spikeStep().getAsDouble())
                : SignalLevel.at(value, at);
    }

    /** Whether the newest reading has stood still with all before it for so long. */
    boolean isStill(Duration least) {
        return stillness.lasts(least, pace.newest());
    }
}
