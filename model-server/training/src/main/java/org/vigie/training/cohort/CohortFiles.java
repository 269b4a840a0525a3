package org.vigie.training.cohort;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Lists the regular files of a data set: all files below a folder, or those of a {@code .tar.gz}. File names of at most 100 characters are
 * supported.
 *
 * @param set a folder or a {@code .tar.gz}
 */
record CohortFiles(Path set) {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int TYPE_AT = 156;

    /** Takes the files of a cohort, one after the other. */
    interface CohortFileVisitor {
        /** @param name with its folders */
        void file(String name, byte[] content) throws IOException;
    }

    /**
     * Reads each file.
     *
     * @throws IOException naming the set, when it does not exist or is neither a folder nor a {@code .tar.gz}
     */
    void forEach(CohortFileVisitor visitor) throws IOException {
        if (!Files.exists(set)) {
            throw new IOException(set + ": no such set");
        }
        if (Files.isDirectory(set)) {
            folder(visitor);
        } else {
            tarGz(visitor);
        }
    }

    private void folder(CohortFileVisitor visitor) throws IOException {
        try (Stream<Path> files = Files.walk(set)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                visitor.file(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    private void tarGz(CohortFileVisitor visitor) throws IOException {
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(set)), 1 << 16)) {
            entries(in, visitor);
        } catch (ZipException e) {
            throw new IOException(set + ": not a .tar.gz (" + e.getMessage() + ")", e);
        } catch (EOFException e) {
            throw new IOException(set + ": cut short", e);
        }
    }

    private void entries(InputStream in, CohortFileVisitor visitor) throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            byte[] content = content(in, header);
            if (header[TYPE_AT] == '0' || header[TYPE_AT] == 0) {
                visitor.file(text(header, 0, NAME), content);
            }
            header = in.readNBytes(BLOCK);
        }
    }

    private byte[] content(InputStream in, byte[] header) throws IOException {
        String size = text(header, SIZE_AT, SIZE);
        if (!size.matches("[0-7]{1,10}|0[0-7]{10}")) {
            throw new IOException(set + ": not a .tar.gz (no tar inside)");
        }
        int length = Integer.parseInt(size, 8);
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new IOException(set + " ends in the middle of " + text(header, 0, NAME));
        }
        in.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
        return content;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII).trim();
    }
}
