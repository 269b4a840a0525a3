package org.vigie.bench.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Writes the page of topics, tables and records from the catalogue, the statements of the store and the Avro schemas. */
final class DataDictionaryPage {
    private static final String HEAD = """
            # Data dictionary
            This page lists every topic, every table of the store and every record, with its fields. Use it to write a query or to read a topic;
            [asking the past](analysts.md) shows how. A file of `./vigie export` brings its own dictionary.

            The page is generated: `./mvnw -pl deploy/bench -am test -Dtest=DataDictionaryPageTest -Dvigie.write.docs=true`.
            """;

    private static final Pattern TOPIC_METHOD =
            Pattern.compile("/\\*\\*([^/]*?)\\*/\\s+public Topic<\\w+> (\\w+)\\(\\)", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("Key: (.*?)\\.(?: |$)");
    private static final Pattern TABLE = Pattern.compile(
            "((?:--[^\\n]*\\n)+)CREATE (TABLE|VIEW) IF NOT EXISTS \\$(\\w+) (?:\\((.*?)\\) TIMESTAMP|AS)",
            Pattern.DOTALL);
    private static final Pattern ADDED =
            Pattern.compile("ALTER TABLE \\$(\\w+) ADD COLUMN IF NOT EXISTS (\\w+) (\\w+);");

    private final Path root;
    private final TopicCatalogue topics = TopicCatalogue.in("ward", 1);
    private final Map<String, Schema> named = new TreeMap<>();

    DataDictionaryPage(Path root) {
        this.root = root;
    }

    String text() throws IOException {
        return HEAD + "\n## Topics\n" + topics() + "\n## Tables\n" + tables() + "\n## Records\n" + records();
    }

    private String topics() throws IOException {
        String source =
                Files.readString(root.resolve("schemas/src/main/java/org/vigie/schemas/topic/TopicCatalogue.java"));
        Map<String, String> docs = TOPIC_METHOD
                .matcher(source)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(2).toLowerCase(Locale.ROOT), found -> plain(found.group(1))));
        var text = new StringBuilder(
                "All names begin with `vigie.<namespace>.`; that of a ward is `ward`. Values are Avro in the Confluent"
                        + " wire format.\n\n| topic | holds | key | record | kept |\n| --- | --- | --- | --- | --- |\n");
        for (Topic<?> topic : topics.all()) {
            String name = topic.name().substring("vigie.ward.".length());
            text.append(row(name, docs.getOrDefault(method(name), ""), topic));
        }
        return text.toString();
    }

    private static String row(String name, String doc, Topic<?> topic) {
        MatchResult key = KEY.matcher(doc).results().findFirst().orElseThrow();
        String holds = doc.substring(0, key.start())
                .strip()
                .replace("Returns the topic of ", "")
                .replaceFirst("\\.$", "");
        String kept = topic.compacted() ? "newest of each key" : days(topic.retention());
        String record = topic.value().getSimpleName();
        return "| `%s` | %s | %s | [%s](#%s) | %s |\n"
                .formatted(name, holds, key.group(1), record, record.toLowerCase(Locale.ROOT), kept);
    }

    private static String days(Duration retention) {
        return retention.toDays() + " days";
    }

    /** Returns the method of a topic in lower case: {@code observations.raw} is {@code observationsraw}. */
    private static String method(String topic) {
        return topic.replace(".", "");
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\s+", " ")
                .replace("{@code |}", "`\\|`")
                .replaceAll("\\{@code (.*?)\\}", "`$1`")
                .strip();
    }

    private String tables() throws IOException {
        String sql = Files.readString(
                root.resolve("stream-apps/dashboard-sink/src/main/resources/org/vigie/sink/row/tables.sql"));
        Map<String, String> added = new LinkedHashMap<>();
        ADDED.matcher(sql)
                .results()
                .forEach(found -> added.merge(
                        found.group(1), found.group(2) + " " + found.group(3), (one, other) -> one + ", " + other));
        var text = new StringBuilder(
                "The tables of a ward have these names. Those of a replay begin with its name: `study_7_readings`.\n");
        TABLE.matcher(sql).results().forEach(found -> text.append(table(found, added)));
        return text.toString();
    }

    private static String table(MatchResult found, Map<String, String> added) {
        String name = found.group(3);
        var text = new StringBuilder("\n### %s\n".formatted(name));
        text.append(found.group(1).replaceAll("(?m)^-- ?", "").replace("$", "").strip())
                .append("\n");
        if (found.group(4) != null) {
            String columns = found.group(4).replaceAll("\\s+", " ").strip();
            String more = added.containsKey(name) ? ", " + added.get(name) : "";
            text.append("\nColumns: `").append(columns).append(more).append("`\n");
        }
        return text.toString();
    }

    private String records() {
        topics.all().forEach(topic -> collect(SpecificData.get().getSchema(topic.value())));
        return named.values().stream().map(DataDictionaryPage::record).collect(Collectors.joining("\n"));
    }

    private void collect(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (named.put(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema()));
                }
            }
            case ENUM -> named.put(schema.getName(), schema);
            case ARRAY -> collect(schema.getElementType());
            case UNION -> schema.getTypes().forEach(this::collect);
            default -> {}
        }
    }

    private static String record(Schema schema) {
        String head = "\n### %s\n%s\n".formatted(schema.getName(), schema.getDoc());
        if (schema.getType() == Schema.Type.ENUM) {
            return head + "\nValues: `" + String.join("`, `", schema.getEnumSymbols()) + "`\n";
        }
        return schema.getFields().stream()
                .map(field -> "| `%s` | %s | %s |\n"
                        .formatted(
                                field.name(), type(field.schema()), field.doc().replace("|", "\\|")))
                .collect(Collectors.joining("", head + "\n| field | type | meaning |\n| --- | --- | --- |\n", ""));
    }

    private static String type(Schema schema) {
        if (schema.getLogicalType() != null) {
            return "time";
        }
        return switch (schema.getType()) {
            case ARRAY -> "list of " + type(schema.getElementType());
            case UNION ->
                schema.getTypes().stream()
                                .filter(each -> each.getType() != Schema.Type.NULL)
                                .map(DataDictionaryPage::type)
                                .collect(Collectors.joining(" or "))
                        + ", or none";
            case RECORD, ENUM ->
                "[%s](#%s)".formatted(schema.getName(), schema.getName().toLowerCase(Locale.ROOT));
            default -> schema.getType().getName();
        };
    }
}
