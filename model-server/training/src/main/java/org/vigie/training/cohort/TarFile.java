package org.vigie.training.cohort;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The regular files of a {@code .tar.gz}, in their order. Names longer than 100 characters are not needed here. */
final class TarFile {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int TYPE_AT = 156;

    private TarFile() {}

    interface Visitor {
        void file(String name, byte[] content);
    }

    static void read(Path tarGz, Visitor visitor) throws IOException {
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(tarGz)), 1 << 16)) {
            byte[] header = in.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                int size = Integer.parseInt(text(header, SIZE_AT, SIZE), 8);
                byte[] content = in.readNBytes(size);
                if (content.length < size) {
                    throw new EOFException(tarGz + " ends in the middle of " + text(header, 0, NAME));
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                if (header[TYPE_AT] == '0' || header[TYPE_AT] == 0) {
                    visitor.file(text(header, 0, NAME), content);
                }
                header = in.readNBytes(BLOCK);
            }
        }
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII).trim();
    }
}
