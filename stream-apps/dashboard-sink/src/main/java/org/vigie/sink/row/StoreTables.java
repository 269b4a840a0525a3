package org.vigie.sink.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names the tables of the store and the statements that create them. Tables of the namespace {@code ward} have plain names. Names of any
 * other namespace begin with the namespace, so that a replay never writes into the tables of the ward.
 */
public record StoreTables(String prefix, LineDialect dialect) {
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern KEYS =
            Pattern.compile("CREATE TABLE IF NOT EXISTS \\$(\\w+) \\([^;]*DEDUP UPSERT KEYS\\(([^)]*)\\)");

    /** @param namespace of the topics */
    public static StoreTables in(String namespace) {
        return in(namespace, LineDialect.QUESTDB);
    }

    /** @param namespace of the topics */
    public static StoreTables in(String namespace, LineDialect dialect) {
        return new StoreTables(namespace.equals("ward") ? "" : namespace.replace('-', '_') + "_", dialect);
    }

    /** Begins a row of a table in the dialect of the store. */
    public LineProtocolBuilder line(String table) {
        return dialect == LineDialect.QUESTDB
                ? LineProtocolBuilder.of(table)
                : LineProtocolBuilder.of(table, dialect, KeyColumns.of(table.substring(prefix.length())));
    }

    /** Holds the columns that identify a row of each table, without the prefix. */
    private static final class KeyColumns {
        private static final Map<String, Set<String>> OF_TABLES = KEYS.matcher(
                        COMMENT.matcher(script()).replaceAll(""))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> Set.of(found.group(2).split(", *"))));

        static Set<String> of(String table) {
            return OF_TABLES.getOrDefault(table, Set.of());
        }
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

    public String bedMovements() {
        return prefix + "bed_movements";
    }

    public String triage() {
        return prefix + "triage";
    }

    public String refused() {
        return prefix + "refused";
    }

    /**
     * {@code CREATE TABLE IF NOT EXISTS ...} and {@code ALTER TABLE ... ADD COLUMN IF NOT EXISTS ...}, in their order. InfluxDB needs none:
     * it makes a table with its first row.
     */
    public List<String> statements() {
        return dialect == LineDialect.QUESTDB ? statements(script()) : List.of();
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
