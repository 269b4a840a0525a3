package org.vigie.gateway.mllp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the frames of one connection: {@code VT message FS CR}. Bytes between frames are skipped. A missing CR and a repeated VT are
 * accepted. An HTTP request is refused, since any web page can make a browser send one. The reader holds at most one frame of the allowed
 * length.
 */
final class MllpFrameReader {
    static final byte START = 0x0B;
    static final byte END = 0x1C;
    private static final int BUFFER = 8 << 10;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private boolean begun;

    /**
     * Holds a frame.
     *
     * @param whole false when another frame began before this one ended
     */
    record MllpFrame(byte[] message, boolean whole) {}

    MllpFrameReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * Returns the next frame. Empty at the end of the connection. A frame that is cut off by that end is dropped.
     *
     * @throws IOException also when a frame, or what stands before one, is longer than allowed
     */
    Optional<MllpFrame> next() throws IOException {
        if (!begun && !skipToStart()) {
            return Optional.empty();
        }
        begun = false;
        var message = new ByteArrayOutputStream();
        while (at < filled || fill()) {
            readRun(message);
            if (at < filled) {
                begun = buffer[at++] == START;
                if (!begun || !isBlank(message)) {
                    return Optional.of(new MllpFrame(message.toByteArray(), !begun));
                }
                message.reset();
            }
        }
        return Optional.empty();
    }

    /** Adds the bytes up to the next VT or FS. */
    private void readRun(ByteArrayOutputStream message) throws IOException {
        int end = endOfRun();
        message.write(buffer, at, end - at);
        at = end;
        if (message.size() > longest) {
            throw new IOException("a frame is longer than " + longest + " bytes");
        }
    }

    /** Returns true when a frame holds only blanks. Then no message was cut off. */
    private static boolean isBlank(ByteArrayOutputStream message) {
        for (byte character : message.toByteArray()) {
            if (character < 0 || character > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Returns true when more bytes were received. Answers can wait for them. */
    boolean hasMore() {
        return at < filled && (begun || indexOf(START) >= 0);
    }

    private int indexOf(byte wanted) {
        for (int i = at; i < filled; i++) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private int endOfRun() {
        int end = at;
        while (end < filled && buffer[end] != END && buffer[end] != START) {
            end++;
        }
        return end;
    }

    private boolean skipToStart() throws IOException {
        HttpRequestDetector http = new HttpRequestDetector();
        for (int skipped = 0; at < filled || fill(); skipped++) {
            byte next = buffer[at++];
            if (next == START) {
                return true;
            }
            http.refuse(next);
            if (skipped >= longest) {
                throw new IOException("no frame begins within " + longest + " bytes");
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
