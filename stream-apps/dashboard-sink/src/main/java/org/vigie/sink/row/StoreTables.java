package org.vigie.sink.row;

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

    public String readings() {
        return prefix + "readings";
    }

    public String withdrawals() {
        return prefix + "withdrawals";
    }

    public String cells() {
        return prefix + "cells";
    }

    public String scores() {
        return prefix + "scores";
    }

    public String contributions() {
        return prefix + "contributions";
    }

    public String alerts() {
        return prefix + "alerts";
    }

    public String alarmEpisodes() {
        return prefix + "alarm_episodes";
    }

    public String alarmLoads() {
        return prefix + "alarm_loads";
    }

    public String triage() {
        return prefix + "triage";
    }

    public String refused() {
        return prefix + "refused";
    }

    /** {@code CREATE TABLE IF NOT EXISTS ...} and {@code ALTER TABLE ... ADD COLUMN IF NOT EXISTS ...}, in their order. */
    public List<String> statements() {
        return statements(script());
    }

    public List<String> statements(String script) {
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
