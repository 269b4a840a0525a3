package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that each record, enum and field of the topics' schemas is described by a sentence. */
class SchemaDocumentationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eachRecordAndEachFieldIsDescribedByASentenceWithAVerb() throws IOException {
        // given
        List<JsonNode> schemas = new ArrayList<>();
        for (Path schema : schemasOfTheTopics()) {
            schemas.add(JSON.readTree(schema.toFile()));
        }

        // when
        List<String> withoutVerb = new ArrayList<>();
        schemas.forEach(schema -> judge(schema, withoutVerb));

        // then
        assertThat(schemas).hasSizeGreaterThan(40);
        assertThat(withoutVerb)
                .as("docs of Avro schemas that begin without a verb, as docs/code.md asks")
                .isEmpty();
    }

    private static List<Path> schemasOfTheTopics() {
        return CheckoutSources.TREE.modules().stream()
                .filter(module -> module.name().equals("schemas"))
                .flatMap(module -> module.schemas().stream())
                .toList();
    }

    private static void judge(JsonNode node, List<String> withoutVerb) {
        String doc = node.path("doc").asText();
        if (node.has("name") && !JavadocSentence.firstOf(doc).hasVerb()) {
            withoutVerb.add(node.path("name").asText() + ": " + doc);
        }
        node.forEach(part -> judge(part, withoutVerb));
    }
}
