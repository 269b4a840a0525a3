package org.vigie.signal.clean.retrospective;

/** Finds artefacts in a recording. */
public interface ArtefactDetector {
    /** Returns the cells that the detector takes for artefacts. */
    CellMarks artefacts(SeenRecording recording);
}
