package org.vigie.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.ScoreStatus;
import org.vigie.sink.row.StoreTables;
import org.vigie.store.StoreQuery;

/** Counts the rows in the store. */
final class StoreCounts {
    private static final List<String> TABLES =
            List.of("readings", "cells", "scores", "contributions", "alerts", "triage", "refused");

    private final StoreQuery store;
    private final String prefix;
    private Map<String, Long> rows = Map.of();
    private Map<String, Long> verdicts = Map.of();
    private long imputedCells;
    private long abstentions;

    /** @param tables of the ward's namespace */
    StoreCounts(StoreQuery store, StoreTables tables) {
        this.store = store;
        this.prefix = tables.prefix();
    }

    void read() {
        Map<String, Long> counted = new LinkedHashMap<>();
        TABLES.forEach(table -> counted.put(table, store.number("SELECT count() FROM " + prefix + table)));
        rows = counted;
        // A derived reading has a negative index: it has no place in a raw record.
        Map<String, Long> byVerdict = new LinkedHashMap<>();
        store.execute("""
                        SELECT CASE WHEN reason = 'DUPLICATE' THEN 'DUPLICATE' ELSE verdict END verdict_or_duplicate, count() n
                        FROM %sreadings WHERE raw_index >= 0""".formatted(prefix))
                .forEach(row -> byVerdict.merge(
                        (String) row.get("verdict_or_duplicate"), ((Number) row.get("n")).longValue(), Long::sum));
        verdicts = byVerdict;
        imputedCells = store.number("SELECT count() FROM " + prefix + "cells WHERE kind != 'MEASURED'");
        // An abstention with a number would not be one.
        abstentions = store.number(
                "SELECT count() FROM " + prefix + "scores WHERE status = 'ABSTAINED' AND probability IS NULL");
    }

    /**
     * Names the counts in which the store and the topics differ: readings by verdict, scores, alert transitions and triage levels. A triage
     * level may stand in the store more often than in the topic.
     *
     * @return empty when they hold the same
     */
    List<String> differences(TopicCounts topicCounts) {
        Map<String, Long> ofTopics = ofTopics(topicCounts);
        Map<String, Long> ofStore = new LinkedHashMap<>(verdicts);
        List.of("scores", "alerts", "refused").forEach(table -> ofStore.put(table, rows.get(table)));
        ofStore.put("abstentions", abstentions);
        ofStore.put("triage", Math.min(rows.get("triage"), topicCounts.levels.size()));
        return ofTopics.entrySet().stream()
                .filter(count -> !count.getValue().equals(ofStore.getOrDefault(count.getKey(), 0L)))
                .map(count -> "%s: %d in the topics, %d in the store"
                        .formatted(count.getKey(), count.getValue(), ofStore.getOrDefault(count.getKey(), 0L)))
                .toList();
    }

    private static Map<String, Long> ofTopics(TopicCounts topicCounts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("scores", (long) topicCounts.scored.size());
        counts.put("abstentions", topicCounts.scored(ScoreStatus.ABSTAINED));
        counts.put("alerts", (long) topicCounts.transitions.size());
        counts.put("triage", (long) topicCounts.levels.size());
        counts.put("refused", topicCounts.refused);
        counts.put("KEPT", topicCounts.verdicts.count(VerdictTally.CLEAN));
        counts.put("SUSPECT", topicCounts.verdicts.count(VerdictTally.SUSPECT));
        counts.put("RETRACTED", topicCounts.verdicts.count(VerdictTally.RETRACTED));
        counts.put("REJECTED", topicCounts.verdicts.count(VerdictTally.REJECTED));
        counts.put("DUPLICATE", topicCounts.verdicts.count(VerdictTally.DUPLICATE));
        return counts;
    }

    Map<String, Long> rows() {
        return rows;
    }

    /** Counts the hours of series that were not measured but carried or assumed normal. */
    long imputedCells() {
        return imputedCells;
    }
}
