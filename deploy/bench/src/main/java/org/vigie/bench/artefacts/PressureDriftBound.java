package org.vigie.bench.artefacts;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.signal.clean.retrospective.SensorGroup;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Computes the highest F1 that a live detector of a pressure drift can expect from the line alone.
 *
 * <p>The observer knows more than a detector: when each drift would begin, its direction and its size. Once a minute it only decides whether
 * the drift is there. It sees how far systolic and diastolic pressure have moved since that beginning, and how far they usually move in
 * the same time in the recordings without drift. The threshold is the best one in hindsight.
 */
record PressureDriftBound(List<SignalGrid> grids, RandomSeed seed) {
    private static final int MINUTE = 60;

    /**
     * Holds the evidence for the drift in one minute.
     *
     * @param present logarithm of the likelihood ratio when the drift is there
     * @param absent the same when it is not there
     */
    private record DriftEvidence(double present, double absent) {}

    /** Holds a drift and the recording in which it is planted. */
    private record DriftPlace(SignalGrid grid, PlantedDrift drift) {
        IntStream visibleMinutes() {
            return IntStream.iterate(
                            drift.episode().from() + MINUTE,
                            row -> row < drift.episode().until(),
                            row -> row + MINUTE)
                    .filter(drift::isVisible);
        }

        DriftEvidence evidence(int row, List<SignalGrid> lines) {
            int from = drift.episode().from();
            LineVariation usual = LineVariation.over(row - from, lines);
            LineMovement own = LineMovement.of(grid, from, row);
            double off = drift.at(row);
            return new DriftEvidence(usual.evidence(own.shifted(off), off), usual.evidence(own, off));
        }
    }

    PressureDriftBound {
        grids = List.copyOf(grids);
    }

    /** Returns the highest F1; NaN when no recording has a drift. */
    double f1() {
        List<SignalGrid> lines =
                grids.stream().filter(PressureDriftBound::hasLine).toList();
        List<DriftPlace> places = IntStream.range(0, grids.size())
                .filter(number -> hasLine(grids.get(number)))
                .boxed()
                .flatMap(this::places)
                .toList();
        List<DriftEvidence> minutes = places.stream()
                .flatMap(place -> place.visibleMinutes().mapToObj(row -> place.evidence(row, lines)))
                .toList();
        double all = lines.stream().mapToDouble(SignalGrid::rows).sum();
        double drifting = places.stream()
                .mapToDouble(place -> place.drift().episode().length())
                .sum();
        return best(minutes, (all - drifting) / MINUTE);
    }

    private static boolean hasLine(SignalGrid grid) {
        return grid.continuous() && SensorGroup.ARTERIAL_LINE.isIn(grid);
    }

    private Stream<DriftPlace> places(int number) {
        SignalGrid grid = grids.get(number);
        return PlantedDrift.draw(grid, PlantedKind.DRIFT.seed(seed, number)).stream()
                .map(drift -> new DriftPlace(grid, drift));
    }

    /** @param others number of minutes without a drift; each of them raises the same question */
    private static double best(List<DriftEvidence> minutes, double others) {
        return minutes.stream()
                .mapToDouble(DriftEvidence::present)
                .map(limit -> {
                    double found = count(minutes, DriftEvidence::present, limit);
                    double wrong = others / minutes.size() * count(minutes, DriftEvidence::absent, limit);
                    return 2 * found / (found + wrong + minutes.size());
                })
                .max()
                .orElse(Double.NaN);
    }

    private static double count(List<DriftEvidence> minutes, ToDoubleFunction<DriftEvidence> evidence, double limit) {
        return minutes.stream()
                .mapToDouble(evidence)
                .filter(ratio -> ratio >= limit)
                .count();
    }
}
