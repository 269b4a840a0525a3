package org.vigie.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.SimulatedPatient;

/**
 * Schedules the nursing activities and sensor faults of one patient. The seed fixes them, so that a restart repeats them.
 *
 * <p>Time is divided into slots, of a length of its own for each disturbance. A slot holds at most one begin, with a probability that gives
 * the rate of the table. Different disturbances can overlap each other and a deterioration.
 */
public final class DisturbanceSchedule {
    private static final double PER_SLOT = 0.5;
    private static final double DAY_SECONDS = 86_400;

    private final SimulatedPatient patient;
    private final RandomSeed seed;
    private final Instant begin;
    private final List<BedsideDisturbance> disturbances;

    /** @param begin no disturbance begins earlier */
    public DisturbanceSchedule(SimulatedPatient patient, Instant begin) {
        this.patient = patient;
        this.seed = patient.seed().derive("disturbances");
        this.begin = begin;
        this.disturbances = BedsideDisturbance.standard().stream()
                .filter(each -> each.concerns(this.patient))
                .toList();
    }

    /** Returns the disturbances at an instant, in the order of the table. */
    public List<DisturbanceEpisode> at(Instant at) {
        List<DisturbanceEpisode> present = new ArrayList<>();
        for (BedsideDisturbance disturbance : disturbances) {
            long slot = slot(disturbance, at);
            episode(disturbance, slot - 1).filter(each -> each.covers(at)).ifPresent(present::add);
            episode(disturbance, slot).filter(each -> each.covers(at)).ifPresent(present::add);
        }
        return present;
    }

    /**
     * Returns the disturbances that begin in an interval.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    public List<DisturbanceEpisode> beginning(Instant after, Instant upTo) {
        List<DisturbanceEpisode> beginning = new ArrayList<>();
        for (BedsideDisturbance disturbance : disturbances) {
            for (long slot = slot(disturbance, after); slot <= slot(disturbance, upTo); slot++) {
                episode(disturbance, slot)
                        .filter(each ->
                                each.from().isAfter(after) && !each.from().isAfter(upTo))
                        .ifPresent(beginning::add);
            }
        }
        return beginning;
    }

    private static long slot(BedsideDisturbance disturbance, Instant at) {
        return Math.floorDiv(at.getEpochSecond(), slotSeconds(disturbance));
    }

    /** A slot is never shorter than the longest disturbance, so that one ends at the latest in the slot after its begin. */
    private static long slotSeconds(BedsideDisturbance disturbance) {
        double wanted = PER_SLOT * DAY_SECONDS / disturbance.perDay();
        return Math.max(disturbance.longest().toSeconds(), Math.round(wanted));
    }

    private Optional<DisturbanceEpisode> episode(BedsideDisturbance disturbance, long slot) {
        RandomSeed dice = seed.derive(disturbance.name()).derive(slot);
        long length = slotSeconds(disturbance);
        if (dice.uniform() >= disturbance.perDay() * length / DAY_SECONDS) {
            return Optional.empty();
        }
        Instant from = Instant.ofEpochSecond(slot * length + dice.derive("from").below((int) length));
        Duration duration = disturbance.duration(dice);
        return Optional.of(new DisturbanceEpisode(disturbance, from, from.plus(duration), dice))
                .filter(each -> !each.from().isBefore(begin));
    }
}
