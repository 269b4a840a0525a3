package org.vigie.recordings.edf;

import org.vigie.recordings.MalformedRecordingFile;

/** Checks that an EDF file is read or refused with a {@link MalformedRecordingFile} that names it. */
public final class EdfFuzz {
    private EdfFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) {
        try {
            var unused = EdfReader.read("file.edf", file);
        } catch (MalformedRecordingFile e) {
            if (!e.getMessage().startsWith("file.edf")) {
                throw new IllegalStateException("whose fault is it?", e);
            }
        }
    }
}
