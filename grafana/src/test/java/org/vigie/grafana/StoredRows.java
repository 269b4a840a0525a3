package org.vigie.grafana;

import java.time.Instant;
import java.util.List;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/** Makes the rows of a ward that works, and of one bed with every kind of problem, in the dialect of a store. */
final class StoredRows {
    static final String BED = "REA/03";
    static final String QUIET_BED = "REA/04";

    private static final List<String> VITALS =
            List.of("hr", "spo2", "rr", "temp", "abp_sys", "abp_mean", "abp_dia", "nibp_sys", "nibp_mean", "nibp_dia");
    private static final int HOURS_BEFORE = 47;

    private final StoreTables tables;
    private final Instant now;
    private final WardRows rows;
    private int offset;

    StoredRows(StoreTables tables, Instant now) {
        this.tables = tables;
        this.now = now;
        this.rows = new WardRows(tables, now);
    }

    /** Returns a bed that sends, before and after now, and the scores of two days. No rule may fire. */
    List<StoreRow> ofAWardThatWorks() {
        for (int second = 600; second > -900; second -= 30) {
            reading(QUIET_BED, "hr", "KEPT", second);
        }
        for (int hour = 1; hour <= HOURS_BEFORE; hour++) {
            score("s0", "SCORED", hour * 3600L, 0.4);
        }
        return rows.taken();
    }

    /** Returns what makes each rule of the store fire, and what each panel needs. */
    List<StoreRow> ofABedWithProblems() {
        VITALS.forEach(this::vital);
        scores();
        alarms();
        rows.add(
                tables.withdrawals(),
                line -> line.tag("bed", BED).tag("variable", "hr").integer("place", 0),
                100);
        rows.add(
                tables.triage(),
                line -> line.tag("bed", BED)
                        .tag("stay", "s")
                        .tag("level", "TRI_2")
                        .integer("news2_low", 5)
                        .integer("news2_high", 7),
                60);
        movement("ADMITTED", 7200);
        movement("LEFT", 60);
        rows.add(
                tables.refused(),
                line -> line.tag("topic", "vigie.ward.observations.raw")
                        .tag("reason", "EMPTY")
                        .tag("app", "vitals-streams")
                        .text("detail", "no readings")
                        .integer("topic_offset", 1),
                30);
        return rows.taken();
    }

    private void movement(String kind, long secondsAgo) {
        rows.add(
                tables.bedMovements(),
                line -> line.tag("bed", BED)
                        .tag("stay", "s")
                        .tag("movement", kind)
                        .text("message_fr", "mouvement " + kind)
                        .text("message_en", "movement " + kind)
                        .integer("topic_offset", 1),
                secondsAgo);
    }

    private void vital(String variable) {
        for (int minute = 170; minute > 7; minute -= 2) {
            reading(BED, variable, "KEPT", 60 * minute);
        }
        reading(BED, variable, "KEPT", 400);
        reading(BED, variable, "KEPT", 390);
        reading(BED, variable, "SUSPECT", 389);
        reading(BED, variable, "REJECTED", 388);
        rows.add(
                tables.cells(),
                line -> line.tag("bed", BED)
                        .tag("stay", "s")
                        .tag("variable", variable)
                        .tag("kind", "CARRIED")
                        .number("value", 80.5)
                        .number("age_hours", 2.0),
                600);
    }

    private void reading(String bed, String variable, String verdict, int secondsAgo) {
        String reason = verdict.equals("KEPT") ? "NONE" : "SPIKE";
        int place = offset++;
        rows.add(
                tables.readings(),
                line -> line.tag("bed", bed)
                        .tag("variable", variable)
                        .tag("verdict", verdict)
                        .tag("reason", reason)
                        .tag("device", "monitor")
                        .number("value", 81.5 + place % 7)
                        .instant("published_at", now.minusSeconds(secondsAgo))
                        .integer("raw_partition", 0)
                        .integer("raw_offset", place)
                        .integer("raw_index", 0),
                secondsAgo);
    }

    private void scores() {
        for (int second = 0; second < 30; second++) {
            score("s" + second, "SCORED", second, 0.95);
        }
        score("t", "UNAVAILABLE", 20, 0.95);
        score("u", "ABSTAINED", 21, 0.95);
        rows.add(
                tables.contributions(),
                line -> line.tag("bed", BED)
                        .tag("stay", "s")
                        .tag("model", "survival")
                        .tag("variable", "lactate")
                        .integer("place", 1)
                        .number("log_odds", -0.75),
                120);
    }

    private void score(String stay, String status, long secondsAgo, double imputed) {
        rows.add(
                tables.scores(),
                line -> line.tag("bed", BED)
                        .tag("stay", stay)
                        .tag("status", status)
                        .tag("model", "survival")
                        .tag("model_version", "1")
                        .text("window_digest", "d" + secondsAgo)
                        .number("probability", 0.2)
                        .number("imputed_share", imputed)
                        .number("latency_ms", 3.0)
                        .instant("scored_at", now.minusSeconds(secondsAgo)),
                secondsAgo);
    }

    private void alarms() {
        episode("HIGH", "a", 90);
        episode("MEDIUM", "b", 95);
        rows.add(
                tables.alarmEpisodes(),
                line -> line.tag("bed", BED)
                        .tag("unit", "REA")
                        .tag("rule", "rr_high")
                        .tag("kind", "THRESHOLD")
                        .tag("priority", "LOW")
                        .tag("feedback", "USEFUL")
                        .text("alert", "c")
                        .instant("acknowledged_at", now.minusSeconds(80))
                        .instant("cleared_at", now.minusSeconds(70))
                        .integer("escalations", 0),
                96);
        rows.add(
                tables.alarmLoads(),
                line -> line.tag("unit", "REA")
                        .tag("flood", "false")
                        .integer("last_10_minutes", 3)
                        .number("per_nurse", 1.5)
                        .number("target", 1.0)
                        .number("burn", 1.2),
                60);
    }

    /** Writes an alarm that nobody answered, as a step of the ledger and as an episode. */
    private void episode(String priority, String alert, int secondsAgo) {
        rows.add(
                tables.alerts(),
                line -> line.tag("bed", BED)
                        .tag("stay", "s")
                        .tag("rule", "hr_high")
                        .tag("kind", "THRESHOLD")
                        .tag("priority", priority)
                        .tag("state", "RAISED")
                        .text("alert", alert)
                        .number("value", 151.0)
                        .number("bound", 130.0)
                        .text("message_fr", "FC 151")
                        .text("message_en", "HR 151"),
                secondsAgo);
        rows.add(
                tables.alarmEpisodes(),
                line -> line.tag("bed", BED)
                        .tag("unit", "REA")
                        .tag("rule", "hr_high")
                        .tag("kind", "THRESHOLD")
                        .tag("priority", priority)
                        .tag("feedback", "NONE")
                        .text("alert", alert)
                        .integer("escalations", 1),
                secondsAgo);
    }
}
