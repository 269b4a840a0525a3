package org.vigie.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Schedules the faults of one bed's equipment and network. The seed fixes them, so that a restart repeats the same faults.
 *
 * <p>About every second block contains an artefact. One message in 400 is late by a delay that is specific to the bed. One message in 400
 * is sent twice.
 */
public final class FaultSchedule {
    /** Length of a block. Each block contains at most one artefact. */
    public static final Duration BLOCK = Duration.ofMinutes(10);

    private static final double ARTEFACT_PER_BLOCK = 0.5;
    private static final double LATE_SHARE = 1 / 400.0;
    private static final double DUPLICATE_SHARE = 1 / 400.0;

    private final RandomSeed seed;
    private final boolean active;

    /** @param active false for a ward without faults */
    public FaultSchedule(RandomSeed seed, boolean active) {
        this.seed = seed;
        this.active = active;
    }

    /** Returns the artefact of the block that contains {@code at}. The artefact begins and ends within that block. */
    public Optional<EquipmentArtefact> artefactAt(Instant at) {
        long block = Math.floorDiv(at.getEpochSecond(), BLOCK.toSeconds());
        RandomSeed dice = seed.derive("artefact").derive(block);
        if (!active || dice.uniform() >= ARTEFACT_PER_BLOCK) {
            return Optional.empty();
        }
        EquipmentArtefact.ArtefactKind[] kinds = EquipmentArtefact.ArtefactKind.values();
        EquipmentArtefact.ArtefactKind kind = kinds[dice.derive("kind").below(kinds.length)];
        Instant from = Instant.ofEpochSecond(
                block * BLOCK.toSeconds() + dice.derive("from").below(kind.latestStart(BLOCK)));
        return Optional.of(EquipmentArtefact.of(kind, from, dice));
    }

    /** Returns the delay of this bed's late messages. */
    public Duration delay() {
        return Duration.ofSeconds(5 + seed.derive("delay").below(50));
    }

    public boolean delays(long second) {
        return active && seed.derive("late").derive(second).uniform() < LATE_SHARE;
    }

    public boolean duplicates(long second) {
        return active && seed.derive("duplicate").derive(second).uniform() < DUPLICATE_SHARE;
    }
}
