package org.vigie.station.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Pictures as JSON on one line; what is absent is left out. */
final class SnapshotJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private SnapshotJson() {}

    /** @throws IllegalArgumentException saying what does not fit */
    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            Throwable why = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            String what = why == e ? e.getOriginalMessage() : why.getMessage();
            throw new IllegalArgumentException(what, e);
        }
    }

    static String write(Object picture) {
        try {
            return MAPPER.writeValueAsString(picture);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(picture.getClass() + " cannot be written as JSON", e);
        }
    }
}
