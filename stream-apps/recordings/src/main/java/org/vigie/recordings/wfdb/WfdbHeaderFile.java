package org.vigie.recordings.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.io.TextFileDecoder;

/** Holds the header file of a record. The other files of the record lie in the same folder. */
record WfdbHeaderFile(Path path) {
    private static final double SAME = 1e-6;

    WfdbHeader read() throws IOException {
        return WfdbHeader.parse(path.toString(), TextFileDecoder.header(path.toString(), Files.readAllBytes(path)));
    }

    /**
     * Reads the header of a segment.
     *
     * @param hertz frames a second of the record
     * @throws MalformedRecordingFile when it has segments of its own, or another sampling frequency
     */
    WfdbHeader readSegment(double hertz) throws IOException {
        WfdbHeader header = read();
        if (!header.segments().isEmpty()) {
            throw new MalformedRecordingFile(path + ": a segment must have no segments");
        }
        if (Math.abs(header.hertz() - hertz) > SAME * hertz) {
            throw new MalformedRecordingFile(
                    path + ": its frames a second must be its record's, " + hertz + ", were " + header.hertz());
        }
        return header;
    }

    /**
     * Returns a file of the record.
     *
     * @throws MalformedRecordingFile when the name leads to another folder, or there is no such file
     */
    Path beside(String name) throws MalformedRecordingFile {
        if (!name.matches("[A-Za-z0-9_.-]{1,80}") || name.startsWith(".")) {
            throw new MalformedRecordingFile(
                    path + ": a file name must be of letters, digits, '_', '.', '-', was " + name);
        }
        Path file = path.resolveSibling(name);
        if (!Files.isRegularFile(file)) {
            throw new MalformedRecordingFile(path + ": its file " + name + " is missing");
        }
        return file;
    }
}
