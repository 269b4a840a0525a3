package org.vigie.training.cohort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Writes small archives as tar does: blocks of 512 bytes; a name that ends in / is a folder. */
public final class TarGzWriter {
    private static final int BLOCK = 512;

    private TarGzWriter() {}

    public static Path of(Path file, List<String> names, List<String> contents) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (int i = 0; i < names.size(); i++) {
            byte[] content = contents.get(i).getBytes(StandardCharsets.US_ASCII);
            tar.write(header(names.get(i), content.length));
            tar.write(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
        }
        tar.write(new byte[2 * BLOCK]);
        return write(file, tar.toByteArray());
    }

    /** The same archive with only its first bytes. */
    static Path cut(Path archive, int bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            return write(archive.resolveSibling("cut.tar.gz"), in.readNBytes(bytes));
        }
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        header[156] = (byte) (name.endsWith("/") ? '5' : '0');
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    static Path write(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }
}
