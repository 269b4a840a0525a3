package org.vigie.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Reports what the ward processed, counted in the topics and the store.
 *
 * @param conserved readings published = clean + suspect + retracted + rejected + duplicates, each with one verdict; every unreadable record
 * lies in quarantine; the store holds the very same readings
 * @param differences each count that keeps it from being conserved, in words
 * @param counts by what was counted
 * @param rejected rejected readings by reason, duplicates among them
 * @param rowsStored rows by table
 * @param alerts raised, cleared, open, and raised by rule
 * @param ledger whether the alarm ledger keeps its own invariants ({@code ./vigie ledger verify}), what was walked, and the breach if there
 * is one
 * @param latencyMs from the broker's append of the raw record, ms: to the clean record, to the alert, to the page's event stream; {@code
 * score}: from the newest reading of a window to its score; {@code score_request}: from the request of a score to its answer
 * @param startupS until the first live value was on the page's event stream, s
 * @param memoryMb resident memory of the one process, MiB: at the end of the live time, and highest in it
 */
@JsonPropertyOrder({
    "conserved",
    "differences",
    "counts",
    "rejected",
    "rows_stored",
    "alerts",
    "ledger",
    "latency_ms",
    "startup_s",
    "memory_mb"
})
public record DemoReport(
        @JsonProperty("conserved") boolean conserved,
        @JsonProperty("differences") List<String> differences,
        @JsonProperty("counts") Map<String, Long> counts,
        @JsonProperty("rejected") Map<String, Long> rejected,
        @JsonProperty("rows_stored") Map<String, Long> rowsStored,
        @JsonProperty("alerts") Map<String, Object> alerts,
        @JsonProperty("ledger") Map<String, Object> ledger,
        @JsonProperty("latency_ms") Map<String, LatencyRecorder.LatencySummary> latencyMs,
        @JsonProperty("startup_s") double startupS,
        @JsonProperty("memory_mb") Map<String, Long> memoryMb) {
    /** Key of the ledger's figures. */
    static final String VERIFIED = "verified";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Every reading is accounted for, and the ledger is whole. */
    public boolean isGood() {
        return conserved && Boolean.TRUE.equals(ledger.get(VERIFIED));
    }

    /** Writes the report as JSON. @throws WardStartException when the file cannot be written */
    public void write(Path file) {
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new WardStartException("The report cannot be written to " + file + " (" + e.getMessage() + ").", e);
        }
    }

    /** Returns the report for a person, a line for each figure. */
    public String text() {
        var lines = new StringJoiner("\n");
        counts.forEach((what, count) -> lines.add("%-24s %,12d".formatted(what, count)));
        rejected.forEach((reason, count) -> lines.add("  %-22s %,12d".formatted(reason, count)));
        lines.add("%-24s %s".formatted("alerts", alerts));
        latencyMs.forEach((to, latency) -> lines.add("%-24s %s".formatted(origin(to), latency)));
        lines.add("%-24s %.1f s".formatted("live after", startupS));
        lines.add("%-24s %s".formatted("memory, MiB", memoryMb));
        lines.add("%-24s %s".formatted("ledger", ledger));
        return lines.add("%-24s %s".formatted("conserved", conserved ? "yes" : "NO: " + String.join("; ", differences)))
                .toString();
    }

    /** Names the two ends of a latency. */
    private static String origin(String to) {
        return switch (to) {
            case "score" -> "newest reading to score";
            case "score_request" -> "request to score";
            default -> "published to " + to;
        };
    }
}
