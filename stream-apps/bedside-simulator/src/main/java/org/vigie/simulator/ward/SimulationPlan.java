package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.simulator.patient.PatientChart;
import org.vigie.simulator.patient.PatientVariability;

/**
 * Holds the settings that define a ward. The same plan gives the same ward after a restart.
 *
 * @param unit name of the unit
 * @param beds number of beds with a patient
 * @param freeBeds number of additional free beds; patients are transferred to them
 * @param liveFrom when the ward went live for the first time, in whole seconds
 * @param backfill length of the past that is sent first
 * @param scripts name or path of the scenario
 * @param artefacts whether equipment and network have faults
 * @param pace how many times faster than the ward's clock hourly recordings are played once live
 * @param variability how much the patients vary without an event
 */
public record SimulationPlan(
        long seed,
        String unit,
        int beds,
        int freeBeds,
        Instant liveFrom,
        Duration backfill,
        String scripts,
        boolean artefacts,
        double pace,
        PatientVariability variability) {

    /** Creates the plan of a ward whose patients stay inside their limits unless a script moves them. */
    public SimulationPlan(
            long seed,
            String unit,
            int beds,
            int freeBeds,
            Instant liveFrom,
            Duration backfill,
            String scripts,
            boolean artefacts,
            double pace) {
        this(seed, unit, beds, freeBeds, liveFrom, backfill, scripts, artefacts, pace, PatientVariability.NONE);
    }

    /** Returns when the first record is due: a whole number of charting rounds before {@link #liveFrom}. */
    public Instant start() {
        return liveFrom.minus(PatientChart.ROUND.multipliedBy(backfill.toSeconds() / PatientChart.ROUND.toSeconds()));
    }

    /** Returns the name of bed {@code number}, from 1. */
    String bed(int number) {
        return String.format("%s/%02d", unit, number);
    }

    /** Returns the name of free bed {@code number}, from 1. It does not depend on the number of beds. */
    String freeBed(int number) {
        return unit + "/R" + number;
    }

    /** Returns all names: the beds in the order of their numbers, then the free beds. */
    List<String> names() {
        return Stream.concat(
                        IntStream.rangeClosed(1, beds).mapToObj(this::bed),
                        IntStream.rangeClosed(1, freeBeds).mapToObj(this::freeBed))
                .toList();
    }

    /** Returns the part of a message id that distinguishes this plan from other plans on the same bed. */
    String planId() {
        return Long.toString(liveFrom.getEpochSecond(), Character.MAX_RADIX);
    }
}
