package org.vigie.cluster.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Reports a run with faults.
 *
 * @param faults faults that were carried out
 * @param episodes true episodes whose alarm was due
 * @param lost episodes without an alarm
 * @param doubled alarms beyond one of each episode
 * @param brokenChains 1 when the ledger was broken at the end, else 0
 * @param scores scores of the run, computed again from their windows
 * @param messages HL7 messages: sent, acknowledged (AA), refused (AE), lost (acknowledged and not stored)
 * @param recoveryS by kind of fault: seconds from its end until the cluster worked as before
 * @param alarmsS by kind of fault, how long alarms were interrupted
 * @param broken one sentence for each invariant that was broken after a fault
 */
@JsonPropertyOrder({
    "faults",
    "episodes",
    "lost",
    "doubled",
    "broken_chains",
    "scores",
    "messages",
    "recovery_s",
    "alarms_s",
    "broken"
})
record FaultReport(
        @JsonProperty("faults") int faults,
        @JsonProperty("episodes") int episodes,
        @JsonProperty("lost") int lost,
        @JsonProperty("doubled") int doubled,
        @JsonProperty("broken_chains") int brokenChains,
        @JsonProperty("scores") ScoreCount scores,
        @JsonProperty("messages") Map<String, Integer> messages,
        @JsonProperty("recovery_s") Map<String, RecoveryTimes.RecoverySummary> recoveryS,
        @JsonProperty("alarms_s") AlarmFlowTimes alarmsS,
        @JsonProperty("broken") List<String> broken) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Returns whether nothing was lost, doubled or broken. */
    boolean isGood() {
        return lost == 0 && doubled == 0 && brokenChains == 0 && scores.isReproducible() && broken.isEmpty();
    }

    void write(Path file) {
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + file, e);
        }
    }

    String text() {
        var lines = new StringJoiner("\n");
        lines.add("%d faults, %d episodes: %d lost, %d doubled, %d broken chains"
                .formatted(faults, episodes, lost, doubled, brokenChains));
        lines.add("messages " + messages);
        lines.add("scores computed again: %d the same, %d different, %d unknown; %d without an answer of a model"
                .formatted(scores.same(), scores.different(), scores.unknown(), scores.unavailable()));
        recoveryS.forEach(
                (kind, seconds) -> lines.add("%-28s %2d times, recovered after %.1f s (median), %.1f s (longest); %s"
                        .formatted(kind, seconds.count(), seconds.p50(), seconds.max(), alarmsS.describe(kind))));
        broken.forEach(lines::add);
        return lines.toString();
    }
}
