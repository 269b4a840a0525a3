package org.vigie.bench.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the marked texts that are shipped. */
enum MaskingTexts {
    /** Texts with which the rules were written. */
    TUNING("tuning.txt"),
    /** Texts that no rule was changed for. */
    HELD_OUT("held-out.txt");

    private final String file;

    MaskingTexts(String file) {
        this.file = file;
    }

    List<MarkedText> read() {
        var in = Objects.requireNonNull(MaskingTexts.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MarkedText::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
