package org.vigie.bench.artefacts;

/**
 * Applies the modified z-score (Iglewicz and Hoaglin 1993): a value more than 3.5 scaled median absolute deviations from the median of the
 * whole recording is an artefact.
 */
final class MedianDeviationDetector implements ArtefactDetector {
    private static final double LIMIT = 3.5;

    @Override
    public CellMarks artefacts(SeenRecording recording) {
        CellMarks marks = CellMarks.none(recording.signals());
        int rows = recording.signals().rows();
        for (int variable = 0; variable < recording.signals().variables().size(); variable++) {
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
        return marks;
    }
}
