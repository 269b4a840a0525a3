package org.vigie.platform.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.SchemaStore;
import org.jspecify.annotations.Nullable;

/**
 * Holds every state schema that an app has released, by fingerprint. The fingerprint is the CRC-64-AVRO of the schema's canonical form.
 *
 * <p>The schemas are resources beside a class of the app. {@code state/released.txt} lists their files, one per line. The name of a file
 * is that of the record with the fingerprint: {@code DeviceStateRecord-0123456789abcdef.avsc}. A released file never changes.
 */
public final class ReleasedStateSchemas implements SchemaStore {
    private static final String FOLDER = "state/";
    private static final String LIST = FOLDER + "released.txt";

    private final String app;
    private final Map<String, Schema> byFile;
    private final Map<Long, Schema> byFingerprint = new HashMap<>();

    ReleasedStateSchemas(String app, Map<String, Schema> byFile) {
        this.app = app;
        this.byFile = new LinkedHashMap<>(byFile);
        byFile.values().forEach(schema -> byFingerprint.put(SchemaNormalization.parsingFingerprint64(schema), schema));
    }

    /**
     * Reads the schemas of an app.
     *
     * @param app name of the app, for messages
     * @param owner class beside whose package the folder {@code state} lies
     * @throws NullPointerException when a listed file is missing; its name is the message
     */
    public static ReleasedStateSchemas of(String app, Class<?> owner) {
        Map<String, Schema> byFile = new LinkedHashMap<>();
        text(owner, LIST)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(file -> byFile.put(file, new Schema.Parser().parse(text(owner, FOLDER + file))));
        return new ReleasedStateSchemas(app, byFile);
    }

    /** Returns the name of the app. */
    public String app() {
        return app;
    }

    @Override
    public @Nullable Schema findByFingerprint(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    /**
     * Returns what a release must not ship: a changed file, a newest schema that is not frozen, or one that cannot read an older schema of
     * the same record. The list is empty when all is well.
     *
     * @param newest schemas that the app writes now
     */
    public List<String> problems(List<Schema> newest) {
        List<String> problems = new ArrayList<>();
        byFile.forEach((file, schema) -> {
            if (!file.equals(fileOf(schema))) {
                problems.add(file + ": must not change after its release; restore it, and add the changed schema as "
                        + fileOf(schema));
            }
        });
        newest.forEach(schema -> addProblems(schema, problems));
        return problems;
    }

    private void addProblems(Schema newest, List<String> problems) {
        if (!byFile.containsKey(fileOf(newest))) {
            problems.add(
                    fileOf(newest) + ": must be in the folder state and in released.txt, with this text: " + newest);
        }
        byFile.forEach((file, schema) -> {
            if (schema.getFullName().equals(newest.getFullName()) && !isReadable(schema, newest)) {
                problems.add(file + ": must be readable by the newest " + newest.getName()
                        + "; give each new field a default");
            }
        });
    }

    private static boolean isReadable(Schema writer, Schema reader) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static String fileOf(Schema schema) {
        return "%s-%016x.avsc".formatted(schema.getName(), SchemaNormalization.parsingFingerprint64(schema));
    }

    private static String text(Class<?> owner, String resource) {
        try (InputStream bytes = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return String.join("\n", lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
