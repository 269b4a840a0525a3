package org.vigie.recordings;

import java.io.IOException;

/** A file that is not what its name says; the message names the file and the place in it. */
public final class MalformedRecordingFile extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedRecordingFile(String message) {
        super(message);
    }

    public MalformedRecordingFile(String message, Throwable cause) {
        super(message, cause);
    }
}
