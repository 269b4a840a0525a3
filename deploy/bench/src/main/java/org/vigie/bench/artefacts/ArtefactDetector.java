package org.vigie.bench.artefacts;

/** Finds artefacts in a recording. */
interface ArtefactDetector {
    /** Returns the cells that the detector takes for artefacts. */
    CellMarks artefacts(SeenRecording recording);
}
