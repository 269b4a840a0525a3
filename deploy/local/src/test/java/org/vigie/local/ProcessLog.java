package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what processes with {@code VIGIE_LOG=json} printed.
 *
 * @param text everything that they printed
 * @param entries the lines of their logs
 */
record ProcessLog(String text, List<JsonNode> entries) {
    /** Parses the lines that are JSON objects; the JVM and native libraries print other lines. */
    static ProcessLog parse(String output) throws JsonProcessingException {
        List<JsonNode> entries = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (line.startsWith("{")) {
                entries.add(new ObjectMapper().readTree(line));
            }
        }
        return new ProcessLog(output, entries);
    }

    /** Checks that the processes logged as JSON, in no other form, and no stay. */
    void requireJsonWithout(List<String> stays) {
        assertThat(entries).as(text).isNotEmpty().allMatch(entry -> entry.has("loggerName"));
        assertThat(text).doesNotContain(stays).doesNotContainPattern("(?m)^\\S+ (INFO|WARN|ERROR) ");
    }
}
