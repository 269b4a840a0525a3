package org.vigie.station.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Writes snapshots as JSON on one line, without absent fields, and reads the requests of the page. */
final class SnapshotJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException that names the field and what it must be
     */
    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            Throwable why = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            String what = why == e ? e.getOriginalMessage() : why.getMessage();
            throw new IllegalArgumentException(what, e);
        }
    }

    /** Reads any JSON; empty when the text is none. */
    JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    String write(Object snapshot) {
        try {
            return mapper.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(snapshot.getClass() + " cannot be written as JSON", e);
        }
    }
}
