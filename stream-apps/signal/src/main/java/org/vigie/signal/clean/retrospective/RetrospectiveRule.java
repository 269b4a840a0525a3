package org.vigie.signal.clean.retrospective;

/** Marks the artefacts of one kind in a recording that has ended. */
interface RetrospectiveRule {
    void mark(SeenRecording recording, CellMarks marks);
}
