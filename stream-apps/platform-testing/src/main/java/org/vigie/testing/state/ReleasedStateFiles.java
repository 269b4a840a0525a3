package org.vigie.testing.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Reads the files that an earlier release wrote. They are resources of a test.
 *
 * @param test class beside whose package the files lie
 * @param folder path from there, with a slash at its end; empty for none
 */
public record ReleasedStateFiles(Class<?> test, String folder) {
    /** Holds one part of a store. */
    public record ReleasedStatePart(String key, byte[] value) {
        /** Returns the part under a key in which another character stands for {@code written}. */
        public ReleasedStatePart withSeparator(char written, char separator) {
            return new ReleasedStatePart(key.replace(written, separator), value);
        }
    }

    /**
     * Returns the lines of a file.
     *
     * @throws NullPointerException when there is no such file; its name is the message
     */
    public List<String> lines(String file) {
        try (InputStream text = Objects.requireNonNull(test.getResourceAsStream(folder + file), folder + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + file, e);
        }
    }

    /** Returns the parts of a store. Each line of the file holds a key, a tab and the value in hexadecimal digits. */
    public List<ReleasedStatePart> parts(String file) {
        return lines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new ReleasedStatePart(cells[0], HexFormat.of().parseHex(cells[1])))
                .toList();
    }
}
