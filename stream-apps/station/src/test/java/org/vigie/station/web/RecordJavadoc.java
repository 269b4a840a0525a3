package org.vigie.station.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Javadoc of a record of this module from its source: its first sentence, and what it says of each component. */
final class RecordJavadoc {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link)\\s+([^}]*)}");

    private final String text;

    private RecordJavadoc(String text) {
        this.text = text;
    }

    /** Returns the Javadoc; it is empty for a type of another module. */
    static RecordJavadoc of(Class<?> type) {
        Path source = SOURCES.resolve(type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
        if (!Files.exists(source)) {
            return new RecordJavadoc("");
        }
        try {
            return new RecordJavadoc(before(Files.readString(source), "record " + type.getSimpleName() + "("));
        } catch (IOException e) {
            throw new UncheckedIOException(source.toString(), e);
        }
    }

    private static String before(String source, String declaration) {
        int end = source.indexOf(declaration);
        int start = end < 0 ? -1 : source.lastIndexOf("/**", end);
        return start < 0 ? "" : plain(source.substring(start, end));
    }

    private static String plain(String javadoc) {
        String lines = javadoc.replaceFirst("(?s)\\*/.*", "").replaceAll("(?m)^\\s*/?\\*+ ?", "");
        String joined = lines.replaceAll("\\s*\n\\s*", " ").replace("<p>", "").trim();
        return INLINE_TAG.matcher(joined).replaceAll("`$1`");
    }

    String summary() {
        return text.replaceFirst("\\s*@param .*", "").replaceFirst("(?s)\\. .*", ".");
    }

    /** Returns what the Javadoc says of a component; empty when it says nothing. */
    String component(String name) {
        Matcher found = Pattern.compile("@param " + name + " (.*?)(?= @|$)").matcher(text);
        return found.find() ? found.group(1).trim() : "";
    }
}
