package org.vigie.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names the tables of the store and the statements that create them. Tables of the namespace {@code ward} have plain names. Names of any
 * other namespace begin with the namespace, so that a replay never writes into the tables of the ward.
 */
public record StoreTables(String prefix) {
    private static final Pattern COMMENT = Pattern.compile("--.*");

    /** @param namespace of the topics */
    public static StoreTables in(String namespace) {
        return new StoreTables(namespace.equals("ward") ? "" : namespace.replace('-', '_') + "_");
    }

    String readings() {
        return prefix + "readings";
    }

    String withdrawals() {
        return prefix + "withdrawals";
    }

    String cells() {
        return prefix + "cells";
    }

    String scores() {
        return prefix + "scores";
    }

    String contributions() {
        return prefix + "contributions";
    }

    String alerts() {
        return prefix + "alerts";
    }

    String alarmEpisodes() {
        return prefix + "alarm_episodes";
    }

    String alarmLoads() {
        return prefix + "alarm_loads";
    }

    String triage() {
        return prefix + "triage";
    }

    String refused() {
        return prefix + "refused";
    }

    /** {@code CREATE TABLE IF NOT EXISTS ...} and {@code ALTER TABLE ... ADD COLUMN IF NOT EXISTS ...}, in their order. */
    public List<String> statements() {
        return statements(script());
    }

    List<String> statements(String script) {
        String plain = COMMENT.matcher(script).replaceAll("").replace("$", prefix);
        return Arrays.stream(plain.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String script() {
        try (InputStream in =
                Objects.requireNonNull(StoreTables.class.getResourceAsStream("tables.sql"), "tables.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
