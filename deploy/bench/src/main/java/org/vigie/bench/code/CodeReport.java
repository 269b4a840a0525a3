package org.vigie.bench.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Holds everything that {@code ./vigie bench code} found.
 *
 * @param measures the numbers, with their bounds
 * @param namesUsedTwice places of each simple name that stands for more than one type
 * @param longFiles with the number of lines
 * @param withoutJavadoc types that have none
 * @param withoutVerb types whose Javadoc begins with a sentence without a verb
 * @param javadocs drawn by a seed
 */
@JsonPropertyOrder({
    "bench",
    "measures",
    "modules",
    "names_used_twice",
    "long_files",
    "without_javadoc",
    "without_verb",
    "javadocs"
})
record CodeReport(
        @JsonProperty("measures") List<CodeMeasure> measures,
        @JsonProperty("modules") List<ModuleSize> modules,
        @JsonProperty("names_used_twice") Map<String, List<String>> namesUsedTwice,
        @JsonProperty("long_files") List<String> longFiles,
        @JsonProperty("without_javadoc") List<String> withoutJavadoc,
        @JsonProperty("without_verb") List<String> withoutVerb,
        @JsonProperty("javadocs") List<JavadocComment> javadocs) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @JsonProperty("bench")
    String bench() {
        return "code";
    }

    /** Lists the numbers that break their bound. */
    List<CodeMeasure> broken() {
        return measures.stream().filter(measure -> !measure.holds()).toList();
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
