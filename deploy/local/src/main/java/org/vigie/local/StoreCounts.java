package org.vigie.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.ScoreStatus;
import org.vigie.store.StoreQuery;

/** Counts the rows in the store. */
final class StoreCounts {
    private static final List<String> TABLES =
            List.of("readings", "cells", "scores", "contributions", "alerts", "triage", "refused");

    private final StoreQuery store;
    private Map<String, Long> rows = Map.of();
    private Map<String, Long> verdicts = Map.of();
    private long imputedCells;
    private long abstentions;

    StoreCounts(StoreQuery store) {
        this.store = store;
    }

    void read() {
        Map<String, Long> counted = new LinkedHashMap<>();
        TABLES.forEach(table -> counted.put(table, store.number("SELECT count() FROM " + table)));
        rows = counted;
        Map<String, Long> byVerdict = new LinkedHashMap<>();
        store.execute("""
                        SELECT CASE WHEN reason = 'DUPLICATE' THEN 'DUPLICATE' ELSE verdict END verdict_or_duplicate, count() n
                        FROM readings""")
                .forEach(row -> byVerdict.merge(
                        (String) row.get("verdict_or_duplicate"), ((Number) row.get("n")).longValue(), Long::sum));
        verdicts = byVerdict;
        imputedCells = store.number("SELECT count() FROM cells WHERE kind != 'MEASURED'");
        // An abstention with a number would not be one.
        abstentions = store.number("SELECT count() FROM scores WHERE status = 'ABSTAINED' AND probability IS NULL");
    }

    /** Returns true when the store and the topics hold equally many readings by verdict, scores, alert transitions and triage levels. */
    boolean matches(TopicCounts topicCounts) {
        return rows.get("scores") == topicCounts.scored.size()
                && abstentions == topicCounts.scored(ScoreStatus.ABSTAINED)
                && rows.get("alerts") == topicCounts.transitions.size()
                && rows.get("triage") >= topicCounts.levels.size()
                && rows.get("refused") == topicCounts.refused
                && verdict("KEPT") == topicCounts.verdicts.count(VerdictTally.CLEAN)
                && verdict("SUSPECT") == topicCounts.verdicts.count(VerdictTally.SUSPECT)
                && verdict("RETRACTED") == topicCounts.verdicts.count(VerdictTally.RETRACTED)
                && verdict("REJECTED") == topicCounts.verdicts.count(VerdictTally.REJECTED)
                && verdict("DUPLICATE") == topicCounts.verdicts.count(VerdictTally.DUPLICATE);
    }

    Map<String, Long> rows() {
        return rows;
    }

    /** Counts the hours of series that were not measured but carried or assumed normal. */
    long imputedCells() {
        return imputedCells;
    }

    private long verdict(String name) {
        return verdicts.getOrDefault(name, 0L);
    }
}
