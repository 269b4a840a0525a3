package org.vigie.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.ScoreStatus;
import org.vigie.store.StoreQuery;

/** Counts what lies in the store. */
final class StoreCensus {
    private static final List<String> TABLES =
            List.of("readings", "cells", "scores", "contributions", "alerts", "triage", "refused");

    private final StoreQuery store;
    private Map<String, Long> rows = Map.of();
    private Map<String, Long> verdicts = Map.of();
    private long imputedCells;
    private long abstentions;

    StoreCensus(StoreQuery store) {
        this.store = store;
    }

    void read() {
        Map<String, Long> counted = new LinkedHashMap<>();
        TABLES.forEach(table -> counted.put(table, store.number("SELECT count() FROM " + table)));
        rows = counted;
        Map<String, Long> fates = new LinkedHashMap<>();
        store.execute("""
                        SELECT CASE WHEN reason = 'DUPLICATE' THEN 'DUPLICATE' ELSE verdict END fate, count() n
                        FROM readings""")
                .forEach(row -> fates.merge((String) row.get("fate"), ((Number) row.get("n")).longValue(), Long::sum));
        verdicts = fates;
        imputedCells = store.number("SELECT count() FROM cells WHERE kind != 'MEASURED'");
        // An abstention with a number would not be one.
        abstentions = store.number("SELECT count() FROM scores WHERE status = 'ABSTAINED' AND probability IS NULL");
    }

    /** True when the store holds as many readings of each verdict, scores, transitions of alerts and triage levels as the topics. */
    boolean agreesWith(Census census) {
        return rows.get("scores") == census.scored.size()
                && abstentions == census.scored(ScoreStatus.ABSTAINED)
                && rows.get("alerts") == census.transitions.size()
                && rows.get("triage") >= census.levels.size()
                && rows.get("refused") == census.refused
                && verdict("KEPT") == census.fates.count(Fates.CLEAN)
                && verdict("SUSPECT") == census.fates.count(Fates.SUSPECT)
                && verdict("RETRACTED") == census.fates.count(Fates.RETRACTED)
                && verdict("REJECTED") == census.fates.count(Fates.REJECTED)
                && verdict("DUPLICATE") == census.fates.count(Fates.DUPLICATE);
    }

    Map<String, Long> rows() {
        return rows;
    }

    /** Hours of series that were not measured but carried or assumed normal. */
    long imputedCells() {
        return imputedCells;
    }

    private long verdict(String name) {
        return verdicts.getOrDefault(name, 0L);
    }
}
