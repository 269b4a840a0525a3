package org.vigie.replay.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Holds the text of a rule file and its rules.
 *
 * @param name name of a shipped set, or of the file
 */
public record RuleFileText(String name, String text, AlarmRuleCatalogue rules) {
    /**
     * Reads a shipped set, or a rule file.
     *
     * @throws IllegalArgumentException when it is invalid; the message has the form {@code file:line: what was expected}
     * @throws UncheckedIOException when neither a shipped set nor a readable file has this name
     */
    public static RuleFileText load(String name) {
        String text = text(name);
        return new RuleFileText(name, text, AlarmRuleCatalogue.of(name, text));
    }

    private static String text(String name) {
        try (InputStream shipped = AlarmRuleCatalogue.class.getResourceAsStream(name + ".yaml")) {
            return shipped == null
                    ? Files.readString(Path.of(name))
                    : new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("rules: cannot be read: " + name, e);
        }
    }

    /** Returns the SHA-256 of the text, in hexadecimal form. */
    public String digest() {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
