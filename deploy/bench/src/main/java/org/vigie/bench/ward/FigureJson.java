package org.vigie.bench.ward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Figures as JSON. */
final class FigureJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FigureJson() {}

    static String text(Map<String, Object> figures) {
        try {
            return JSON.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Map<String, Object> figures, Path file) {
        try {
            Files.writeString(file, text(figures) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the figures cannot be written", e);
        }
    }
}
