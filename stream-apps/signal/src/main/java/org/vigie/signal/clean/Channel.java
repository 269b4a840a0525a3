package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.schemas.variable.Sampling;
import org.vigie.schemas.variable.Variable;

/** What one channel (bed, device, variable, source of it) has said: all that the rules remember. Values are in the catalogue's unit. Immutable. */
public record Channel(Pace pace, Level level, Stillness stillness, Seen seen) {
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** A channel that has said nothing. */
    static final Channel SILENT =
            new Channel(new Pace(NEVER), Level.at(0, NEVER), new Stillness(0, NEVER), Seen.NOTHING);

    /** @param asOf when it was measured by the ward's clock */
    boolean isLate(Instant asOf) {
        return pace.isLate(asOf);
    }

    /** After a reading that is the newest. */
    Channel moved(Variable variable, double value, Instant asOf) {
        return new Channel(
                new Pace(asOf),
                nextLevel(variable, value, asOf),
                stillness.next(value, asOf, pace.continues(asOf)),
                seen);
    }

    /** After a reading, whether it moved the channel or is late, doubted by its device, or without signal. */
    Channel told(Seen.Told told) {
        return new Channel(pace, level, stillness, seen.with(told));
    }

    /** Before the next message. */
    Channel settled(Sampling sampling) {
        return new Channel(pace, level, stillness, seen.settled(sampling));
    }

    /** With something that it told longer ago than it remembers. */
    Channel recalling(Seen.Told old) {
        return new Channel(pace, level, stillness, seen.recalling(old));
    }

    /** A value of which it turned out that it cannot be believed. */
    Channel doubting(double value, Instant at) {
        return new Channel(pace, level, stillness, seen.with(seen.standing(value, at), Seen.Fate.DOUBTED));
    }

    /** A value that was kept, while another channel of its variable is followed. */
    Channel unfollowed(double value, Instant at) {
        List<Seen.Told> kept = seen.standing(value, at).stream()
                .filter(told -> told.fate() == Seen.Fate.KEPT)
                .toList();
        return new Channel(pace, level, stillness, seen.with(kept, Seen.Fate.UNFOLLOWED));
    }

    /** What was taken back says nothing of what comes now: the next value finds no level. */
    Channel without(List<Seen.Told> withdrawn) {
        return withdrawn.isEmpty()
                ? this
                : new Channel(pace, SILENT.level, stillness, seen.with(withdrawn, Seen.Fate.WITHDRAWN));
    }

    private Level nextLevel(Variable variable, double value, Instant at) {
        return variable.sampling() == Sampling.CONTINUOUS
                        && variable.spikeStep().isPresent()
                ? level.next(value, at, pace.newest(), variable.spikeStep().getAsDouble())
                : Level.at(value, at);
    }

    /** Whether the newest reading has stood still with all before it for so long. */
    boolean isStill(Duration least) {
        return stillness.lasts(least, pace.newest());
    }
}
