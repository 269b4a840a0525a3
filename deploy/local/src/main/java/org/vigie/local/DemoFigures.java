package org.vigie.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.local.LatencyRecorder.LatencySummary;
import org.vigie.schemas.ScoreStatus;

/** Names the figures of a demo's report, in their order. */
record DemoFigures(TopicCounts topics, StoreCounts store) {
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        putReadings(counts);
        counts.put("unreadable_records", topics.unreadable);
        counts.put("quarantined_records", topics.quarantined);
        counts.put("imputed_cells", store.imputedCells());
        counts.put("windows", topics.windows);
        counts.put("windows_estimated", topics.estimatedWindows);
        counts.put("scores", topics.scores);
        counts.put("scores_unavailable", topics.scored(ScoreStatus.UNAVAILABLE));
        counts.put("scores_abstained", topics.scored(ScoreStatus.ABSTAINED));
        counts.put(
                "rows_stored",
                store.rows().values().stream().mapToLong(Long::longValue).sum());
        counts.put("rows_refused", topics.deadLetters);
        return counts;
    }

    private void putReadings(Map<String, Long> counts) {
        VerdictTally verdicts = topics.verdicts;
        counts.put("observations_published", topics.observations);
        counts.put("readings_published", verdicts.readings());
        counts.put("clean", verdicts.count(VerdictTally.CLEAN));
        counts.put("suspect", verdicts.count(VerdictTally.SUSPECT));
        counts.put("rejected", verdicts.count(VerdictTally.REJECTED));
        counts.put("retracted", verdicts.count(VerdictTally.RETRACTED));
        counts.put("duplicates", verdicts.count(VerdictTally.DUPLICATE));
        counts.put("undecided", verdicts.undecided());
        counts.put("conflicting", verdicts.conflicts());
        counts.put("emitted_again", verdicts.repeatedVerdicts());
    }

    Map<String, Long> rejected() {
        Map<String, Long> byReason = new TreeMap<>();
        topics.rejected.forEach((reason, count) -> byReason.put(reason.name(), count));
        return byReason;
    }

    Map<String, Object> alerts() {
        Map<String, Object> alerts = new LinkedHashMap<>();
        alerts.put("raised", topics.raised.size());
        alerts.put("cleared", topics.cleared.size());
        alerts.put("open", topics.raised.size() - topics.cleared.size());
        alerts.put("by_rule", topics.raisedByRule);
        return alerts;
    }

    static Map<String, Object> ledger(LedgerVerification found) {
        Map<String, Object> ledger = new LinkedHashMap<>();
        ledger.put(DemoReport.VERIFIED, found.isWhole());
        ledger.put("entries", found.walked().entries());
        ledger.put("stays", found.walked().stays());
        ledger.put("episodes", found.walked().episodes());
        ledger.put("open", found.walked().open());
        ledger.put("sent_again", found.walked().repeated());
        ledger.put("chains_begun_again", found.walked().begunAgain());
        found.breach().ifPresent(breach -> ledger.put("breach", breach.toString()));
        return ledger;
    }

    /** @param visible latency until the station's event stream shows a record */
    Map<String, LatencySummary> latencies(LatencyRecorder visible) {
        Map<String, LatencySummary> latencies = new LinkedHashMap<>();
        latencies.put("clean", topics.cleanLatency.summary());
        latencies.put("alert", topics.alertLatency.summary());
        latencies.put("visible", visible.summary());
        latencies.put("score", topics.scoreLatency.summary());
        latencies.put("score_request", topics.scoreRequestLatency.summary());
        return latencies;
    }
}
