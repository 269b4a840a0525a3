package org.vigie.recordings;

import java.io.IOException;

/** Signals that a file is not of the format that its name states; the message names the file and the place in it. */
public final class MalformedRecordingFile extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedRecordingFile(String message) {
        super(message);
    }

    public MalformedRecordingFile(String message, Throwable cause) {
        super(message, cause);
    }
}
