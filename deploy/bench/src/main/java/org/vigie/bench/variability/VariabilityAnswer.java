package org.vigie.bench.variability;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds the answer of {@code ./vigie bench variability}.
 *
 * @param statistics of recordings and simulated patients, in the units of the variables
 * @param shipped true when the fit gave the numbers of the shipped table
 */
record VariabilityAnswer(
        @JsonProperty("statistics") List<ComparedStatistic> statistics,
        @JsonProperty("shipped") boolean shipped) {
    private static final ObjectMapper JSON = new ObjectMapper();

    VariabilityAnswer {
        statistics = List.copyOf(statistics);
    }

    /** Returns the table for readers. */
    String text() {
        String head = "%-8s %-44s %9s %9s%n".formatted("sign", "statistic", "recorded", "simulated");
        String lines = statistics.stream().map(ComparedStatistic::toString).collect(Collectors.joining("\n"));
        String verdict = shipped
                ? "The shipped table holds the same numbers."
                : "The shipped table holds other numbers; --write replaces it.";
        return head + lines + "\n" + verdict;
    }

    String json() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
