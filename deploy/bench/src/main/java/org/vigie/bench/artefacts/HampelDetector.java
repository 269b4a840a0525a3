package org.vigie.bench.artefacts;

import org.vigie.signal.clean.retrospective.ArtefactDetector;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.RowMedian;
import org.vigie.signal.clean.retrospective.SeenRecording;

/**
 * Applies the Hampel filter (Hampel 1974; Pearson 2002): a value more than three scaled median absolute deviations from the median of the
 * seven values on each side is an artefact. The deviation is at least the step in which the variable is shown.
 */
final class HampelDetector implements ArtefactDetector {
    private static final int REACH = 7;
    private static final double LIMIT = 3;

    @Override
    public CellMarks artefacts(SeenRecording recording) {
        CellMarks marks = CellMarks.none(recording.signals());
        for (int variable : recording.signals().places()) {
            mark(recording, variable, marks);
        }
        return marks;
    }

    private static void mark(SeenRecording recording, int variable, CellMarks marks) {
        RowMedian median = new RowMedian(recording.values(variable));
        double step = new DisplayStep(recording.signals().variables().get(variable)).size();
        for (int row = 0; row < recording.signals().rows(); row++) {
            double centre = median.around(row, REACH);
            double scale = 1.4826 * median.deviation(centre, row - REACH, row + REACH + 1);
            if (Math.abs(recording.values(variable)[row] - centre) > LIMIT * Math.max(scale, step)) {
                marks.mark(variable, row);
            }
        }
    }
}
