package org.vigie.gateway.mllp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that the same bytes give the same frames in one or many parts, and that no frame exceeds the limit. */
public final class MllpFuzz {
    private static final int LONGEST = 1_000;

    private MllpFuzz() {}

    public static void fuzzerTestOneInput(byte[] line) {
        List<String> together = frames(new ByteArrayInputStream(line));
        List<String> oneByOne = frames(new ByteArrayInputStream(line) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        });
        if (!together.equals(oneByOne)) {
            throw new IllegalStateException(together + " is not " + oneByOne);
        }
    }

    private static List<String> frames(InputStream in) {
        List<String> frames = new ArrayList<>();
        try {
            MllpFrameReader line = new MllpFrameReader(in, LONGEST);
            for (Optional<MllpFrameReader.MllpFrame> frame = line.next(); frame.isPresent(); frame = line.next()) {
                frames.add(words(frame.get()));
                var unused = line.hasMore();
            }
            return frames;
        } catch (IOException e) {
            frames.add(e.getMessage());
            return frames;
        }
    }

    private static String words(MllpFrameReader.MllpFrame frame) {
        if (frame.message().length > LONGEST) {
            throw new IllegalStateException("a frame of " + frame.message().length + " bytes");
        }
        return frame.whole() + new String(frame.message(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
