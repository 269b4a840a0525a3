package org.vigie.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.simulator.patient.Seed;

/**
 * The troubles of one bed's equipment and network: seeded, so that they come again the same. An artefact falls into every second
 * block or so; one message in 400 is late by a time of the bed's own, one in 400 is sent twice.
 */
public final class Trouble {
    /** Artefacts are dealt out per block of this length. */
    public static final Duration BLOCK = Duration.ofMinutes(10);

    private static final double ARTEFACT_PER_BLOCK = 0.5;
    private static final double LATE_SHARE = 1 / 400.0;
    private static final double DUPLICATE_SHARE = 1 / 400.0;

    private final Seed seed;
    private final boolean active;

    /** @param active false: a ward without trouble */
    public Trouble(Seed seed, boolean active) {
        this.seed = seed;
        this.active = active;
    }

    /** The artefact of the ten minutes that hold {@code at}. It begins and ends within them. */
    public Optional<Artefact> around(Instant at) {
        long block = Math.floorDiv(at.getEpochSecond(), BLOCK.toSeconds());
        Seed dice = seed.of("artefact").of(block);
        if (!active || dice.uniform() >= ARTEFACT_PER_BLOCK) {
            return Optional.empty();
        }
        Artefact.Kind[] kinds = Artefact.Kind.values();
        Artefact.Kind kind = kinds[dice.of("kind").below(kinds.length)];
        Instant from = Instant.ofEpochSecond(
                block * BLOCK.toSeconds() + dice.of("from").below(kind.latestStart(BLOCK)));
        return Optional.of(Artefact.of(kind, from, dice));
    }

    /** How long the messages that are late are late. */
    public Duration delay() {
        return Duration.ofSeconds(5 + seed.of("delay").below(50));
    }

    public boolean delays(long second) {
        return active && seed.of("late").of(second).uniform() < LATE_SHARE;
    }

    public boolean duplicates(long second) {
        return active && seed.of("duplicate").of(second).uniform() < DUPLICATE_SHARE;
    }
}
