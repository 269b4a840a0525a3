package org.vigie.bench.artefacts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.SeenRecording;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Plants artefacts into recordings, one kind at a time, and counts what each detector finds.
 *
 * @param grids recordings without planted artefacts
 * @param kinds kinds to plant, in their order
 * @param progress takes one line for each finished kind
 */
record ArtefactsBench(List<SignalGrid> grids, List<PlantedKind> kinds, RandomSeed seed, Consumer<String> progress) {
    ArtefactsBench {
        grids = List.copyOf(grids);
        kinds = List.copyOf(kinds);
    }

    ArtefactsAnswer run() {
        Map<PlantedKind, KindScores> scores = new EnumMap<>(PlantedKind.class);
        for (PlantedKind kind : kinds) {
            scores.put(kind, scores(kind));
            progress.accept("%2d of %d kinds: %s".formatted(scores.size(), kinds.size(), kind.key()));
        }
        Map<String, Long> recordings =
                grids.stream().collect(Collectors.groupingBy(SignalGrid::source, Collectors.counting()));
        return new ArtefactsAnswer(recordings, scores, retention(), new PressureDriftBound(grids, seed).f1());
    }

    private Map<ComparedDetector, ExtremeRetention> retention() {
        Map<ComparedDetector, ExtremeRetention> retention = new EnumMap<>(ComparedDetector.class);
        for (ComparedDetector detector : ComparedDetector.values()) {
            retention.put(detector, retention(detector));
        }
        return retention;
    }

    private KindScores scores(PlantedKind kind) {
        KindScores scores = new KindScores();
        for (int number = 0; number < grids.size(); number++) {
            if (kind.occursIn(grids.get(number))) {
                DisturbedGrid disturbed = disturbed(kind, number);
                for (ComparedDetector detector : ComparedDetector.values()) {
                    scores.add(detector, disturbed, detector.detector().artefacts(disturbed.seen()));
                }
            }
        }
        return scores;
    }

    private DisturbedGrid disturbed(PlantedKind kind, int number) {
        DisturbedGrid disturbed = new DisturbedGrid(grids.get(number));
        kind.planter().plant(disturbed, neighbour(number), kind.seed(seed, number));
        return disturbed;
    }

    /** Returns the next recording of the same source. */
    private SignalGrid neighbour(int number) {
        SignalGrid own = grids.get(number);
        int other = (number + 1) % grids.size();
        while (!grids.get(other).source().equals(own.source())) {
            other = (other + 1) % grids.size();
        }
        return grids.get(other);
    }

    private ExtremeRetention retention(ComparedDetector detector) {
        ExtremeRetention retention = ExtremeRetention.NONE;
        for (SignalGrid grid : grids) {
            CellMarks marked = detector.detector().artefacts(SeenRecording.of(grid));
            retention = retention.with(new TrueExtremes(grid).cells(), marked, grid);
        }
        return retention;
    }
}
