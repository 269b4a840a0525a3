package org.vigie.bench.artefacts;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.signal.clean.retrospective.ArtefactDetector;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.SeenRecording;
import org.vigie.signal.clean.retrospective.SignalGrid;

/**
 * Scores rows with a random cut forest (Guha 2016), the isolation forest of a stream, from the library of Amazon. The one row in a hundred
 * with the highest scores is an artefact, in the variables that give at least a quarter of its score.
 */
final class RandomCutForestDetector implements ArtefactDetector {
    private static final double SHARE = 0.01;
    private static final double PART = 0.25;

    @Override
    public CellMarks artefacts(SeenRecording recording) {
        SignalGrid signals = recording.signals();
        CellMarks marks = CellMarks.none(signals);
        RandomCutForest forest = forest(signals.variables().size());
        float[][] points = points(signals);
        double[] scores = scores(forest, points);
        double limit = highest(scores);
        IntStream.range(0, points.length)
                .filter(row -> scores[row] > limit)
                .forEach(row -> mark(forest.getAnomalyAttribution(points[row]), row, marks));
        return marks;
    }

    private static RandomCutForest forest(int variables) {
        return RandomCutForest.builder()
                .dimensions(variables)
                .numberOfTrees(30)
                .sampleSize(256)
                .randomSeed(1)
                .parallelExecutionEnabled(false)
                .build();
    }

    /** Returns one point for each row; a missing value is the last one, and 0 before the first. */
    private static float[][] points(SignalGrid signals) {
        float[][] points = new float[signals.rows()][signals.variables().size()];
        for (int row = 0; row < points.length; row++) {
            for (int variable = 0; variable < points[row].length; variable++) {
                float last = row == 0 ? 0 : points[row - 1][variable];
                points[row][variable] = signals.has(variable, row) ? (float) signals.values()[variable][row] : last;
            }
        }
        return points;
    }

    private static double[] scores(RandomCutForest forest, float[][] points) {
        double[] scores = new double[points.length];
        for (int row = 0; row < points.length; row++) {
            scores[row] = forest.getAnomalyScore(points[row]);
            forest.update(points[row]);
        }
        return scores;
    }

    private static double highest(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.floor((sorted.length - 1) * (1 - SHARE))];
    }

    private static void mark(DiVector attribution, int row, CellMarks marks) {
        double sum = attribution.getHighLowSum();
        for (int variable = 0; variable < attribution.getDimensions(); variable++) {
            if (attribution.getHighLowSum(variable) >= PART * sum) {
                marks.mark(variable, row);
            }
        }
    }
}
