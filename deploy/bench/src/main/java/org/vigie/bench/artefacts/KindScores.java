package org.vigie.bench.artefacts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.signal.clean.retrospective.CellMarks;

/** Counts what each detector finds of one kind of artefact, by variable. Only variables that the kind concerns count. */
final class KindScores {
    private final Map<ComparedDetector, Map<String, DetectionCounts>> counts = new EnumMap<>(ComparedDetector.class);
    private final Set<String> concerned = new TreeSet<>();

    /** Adds what a detector marked in a recording. */
    void add(ComparedDetector detector, DisturbedGrid grid, CellMarks marked) {
        Map<String, DetectionCounts> byVariable = counts.computeIfAbsent(detector, ignored -> new TreeMap<>());
        for (int place : grid.clean().places()) {
            DetectionCounts added = counted(detector, grid, marked, place);
            String variable = grid.clean().variables().get(place);
            byVariable.merge(variable, added, DetectionCounts::plus);
            if (added.found() + added.missed() > 0) {
                concerned.add(variable);
            }
        }
    }

    private static DetectionCounts counted(ComparedDetector detector, DisturbedGrid grid, CellMarks marked, int place) {
        DetectionCounts added = DetectionCounts.NONE;
        for (int row = 0; row < grid.clean().rows(); row++) {
            if (detector.counts(grid, place, row)) {
                added = added.with(grid.altered().at(place, row), marked.at(place, row));
            }
        }
        return added;
    }

    /** Returns the counts of a detector by variable. */
    Map<String, DetectionCounts> byVariable(ComparedDetector detector) {
        Map<String, DetectionCounts> kept = new TreeMap<>(counts.getOrDefault(detector, Map.of()));
        kept.keySet().retainAll(concerned);
        return kept;
    }

    /** Returns the counts of a detector over all variables. */
    DetectionCounts total(ComparedDetector detector) {
        return byVariable(detector).values().stream().reduce(DetectionCounts.NONE, DetectionCounts::plus);
    }
}
