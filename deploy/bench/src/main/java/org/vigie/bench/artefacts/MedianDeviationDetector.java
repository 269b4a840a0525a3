package org.vigie.bench.artefacts;

import org.vigie.signal.clean.retrospective.ArtefactDetector;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.RowMedian;
import org.vigie.signal.clean.retrospective.SeenRecording;

/**
 * Applies the modified z-score (Iglewicz and Hoaglin 1993): a value more than 3.5 scaled median absolute deviations from the median of the
 * whole recording is an artefact.
 */
final class MedianDeviationDetector implements ArtefactDetector {
    private static final double LIMIT = 3.5;

    @Override
    public CellMarks artefacts(SeenRecording recording) {
        CellMarks marks = CellMarks.none(recording.signals());
        for (int variable : recording.signals().places()) {
            mark(recording, variable, marks);
        }
        return marks;
    }

    private static void mark(SeenRecording recording, int variable, CellMarks marks) {
        int rows = recording.signals().rows();
        RowMedian median = new RowMedian(recording.values(variable));
        double centre = median.of(0, rows);
        double step = new DisplayStep(recording.signals().variables().get(variable)).size();
        double limit = LIMIT * Math.max(step, 1.4826 * median.deviation(centre, 0, rows));
        for (int row = 0; row < rows; row++) {
            if (Math.abs(recording.values(variable)[row] - centre) > limit) {
                marks.mark(variable, row);
            }
        }
    }
}
