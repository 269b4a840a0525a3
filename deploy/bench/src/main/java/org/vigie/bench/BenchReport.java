package org.vigie.bench;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the results of one run of a benchmark.
 *
 * @param figures that have no peer, by name with its unit at the end: {@code delay_ms}
 */
@JsonPropertyOrder({"bench", "machine", "comparisons"})
public record BenchReport(
        @JsonProperty("bench") String bench,
        @JsonProperty("machine") BenchMachine machine,
        @JsonProperty("comparisons") List<PeerComparison> comparisons,
        Map<String, Object> figures) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public BenchReport {
        comparisons = List.copyOf(comparisons);
    }

    /** Returns the figures, which JSON holds beside {@code bench} and {@code machine}. */
    @Override
    @JsonAnyGetter
    public Map<String, Object> figures() {
        return figures;
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a line for each comparison and figure. */
    public String text() {
        return Stream.concat(
                        comparisons.stream().map(PeerComparison::toString),
                        figures.entrySet().stream().map(figure -> figure.getKey() + " " + figure.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
