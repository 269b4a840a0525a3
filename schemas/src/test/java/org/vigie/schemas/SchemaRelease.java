package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.serde.PublishedSchema;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Writes the schemas of all topics as files at a release. {@link ReleasedSchemasTest} tests every later version against
 * them. The build never runs it: {@code ./mvnw -f schemas/pom.xml test -Dtest=SchemaRelease -Dvigie.release=0.2.0}.
 */
class SchemaRelease {
    static final Path RELEASED = Path.of("src/test/resources/released");

    /** The schemas of all topics, as they are registered. */
    static List<Schema> current() {
        return TopicCatalogue.in("ward", 1).all().stream()
                .map(Topic::value)
                .distinct()
                .map(type -> PublishedSchema.of(SpecificData.get().getSchema(type)))
                .toList();
    }

    @Test
    void keep() throws Exception {
        // given
        Path directory = RELEASED.resolve(System.getProperty("vigie.release"));
        Files.createDirectories(directory);
        // when
        for (Schema schema : current()) {
            Files.writeString(
                    directory.resolve(schema.getName() + ".avsc"),
                    SchemaFormatter.format("json/pretty", schema) + "\n");
        }
        // then
        assertThat(directory).isNotEmptyDirectory();
    }
}
