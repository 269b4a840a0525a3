package org.vigie.extraction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the answer of {@code ./vigie extract}.
 *
 * @param deaths stays that ended with death in hospital
 * @param codes diagnoses, procedures and drugs; 0 without {@code --codes}
 * @param leftOut rows of this run that were not extracted, by reason
 */
record ExtractionSummary(
        @JsonProperty("layout") String layout,
        @JsonProperty("stays") int stays,
        @JsonProperty("events") long events,
        @JsonProperty("deaths") long deaths,
        @JsonProperty("codes") long codes,
        @JsonProperty("left_out") Map<LeftOutRow, Long> leftOut,
        @JsonProperty("out") String out) {
    ExtractionSummary {
        leftOut = new TreeMap<>(leftOut);
    }

    String text() {
        return "%s: %d stays, %d of them ended with death in hospital; %d measurements; %d codes; rows left out: %s -> %s"
                .formatted(layout, stays, deaths, events, codes, leftOut, out);
    }
}
