package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.simulator.patient.PatientChart;

/**
 * What fixes a ward, so that it is the same ward after a restart.
 *
 * @param unit name of the unit
 * @param beds with a patient each
 * @param freeBeds in addition; patients are transferred to them
 * @param liveFrom when it went live for the first time; whole seconds
 * @param backfill how much of the past is sent first
 * @param scripts name or path of the story
 * @param artefacts whether equipment and network give trouble
 * @param pace how many times faster than the ward's clock hourly recordings are played once live
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
        double pace) {

    /** When the first record is due: a whole number of charting rounds before {@link #liveFrom}. */
    public Instant start() {
        return liveFrom.minus(PatientChart.ROUND.multipliedBy(backfill.toSeconds() / PatientChart.ROUND.toSeconds()));
    }

    /** Name of bed {@code number}, from 1. */
    String bed(int number) {
        return String.format("%s/%02d", unit, number);
    }

    /** Name of free bed {@code number}, from 1: the same however many beds there are. */
    String freeBed(int number) {
        return unit + "/R" + number;
    }

    /** All names: the beds in the order of their numbers, then the free ones. */
    List<String> names() {
        return Stream.concat(
                        IntStream.rangeClosed(1, beds).mapToObj(this::bed),
                        IntStream.rangeClosed(1, freeBeds).mapToObj(this::freeBed))
                .toList();
    }

    /** Identifies this plan's messages among those of other plans on the same bed. */
    String planId() {
        return Long.toString(liveFrom.getEpochSecond(), Character.MAX_RADIX);
    }
}
