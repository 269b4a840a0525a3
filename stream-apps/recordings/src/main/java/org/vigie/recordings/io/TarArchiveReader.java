package org.vigie.recordings.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import java.util.zip.GZIPInputStream;
import org.vigie.recordings.MalformedRecordingFile;

/** Reads the text files of a {@code .tar.gz} (POSIX ustar) one after the other. */
public final class TarArchiveReader {
    private static final int BLOCK = 512;

    private TarArchiveReader() {}

    /** @param file takes a file's name and text, says whether to go on */
    public static void read(Path archive, BiPredicate<String, String> file) throws IOException {
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
            byte[] header = in.readNBytes(BLOCK);
            boolean isWanted = true;
            while (isWanted && header.length == BLOCK && header[0] != 0) {
                String name = text(header, 0, 100);
                byte[] content = content(archive, in, name, size(archive, name, header));
                boolean isPlain = header[156] == '0' || header[156] == 0;
                isWanted = !isPlain || file.test(name, new String(content, StandardCharsets.UTF_8));
                header = in.readNBytes(BLOCK);
            }
        }
    }

    private static int size(Path archive, String name, byte[] header) throws MalformedRecordingFile {
        String size = text(header, 124, 12).strip();
        if (!size.matches("0*[0-7]{1,10}")) {
            throw new MalformedRecordingFile(
                    archive + ": size of " + name + " must be an octal number below 1 GiB, was '" + size + "'");
        }
        return Integer.parseInt(size, 8);
    }

    private static byte[] content(Path archive, InputStream in, String name, int size) throws IOException {
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
            throw new EOFException(archive + " ends within " + name);
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII);
    }
}
