package org.vigie.signal.clean.retrospective;

import java.util.List;

/**
 * Finds artefacts in a recording that has ended: it sees the values before and after, and the other variables.
 *
 * <p>A rule of one kind sees the recording as it is; no rule depends on the result of another one.
 */
public final class RetrospectiveDetector implements ArtefactDetector {
    /** Number that is raised with each change of a rule, so that a recipe whose stays it cleans has another digest. */
    public static final int REVISION = 2;

    private static final List<RetrospectiveRule> MONITORED = List.of(
            new TransientRule(),
            new FrozenSignalRule(),
            new LostContactRule(),
            new PressureZeroingRule(),
            new SwappedSignalRule(),
            new SwappedPatientRule(),
            new PinnedValueRule(),
            new ClockOffsetRule());
    private static final List<RetrospectiveRule> CHARTED = List.of(new EntryMistakeRule());

    @Override
    public CellMarks artefacts(SeenRecording recording) {
        CellMarks marks = CellMarks.none(recording.signals());
        (recording.signals().continuous() ? MONITORED : CHARTED).forEach(rule -> rule.mark(recording, marks));
        return marks;
    }
}
