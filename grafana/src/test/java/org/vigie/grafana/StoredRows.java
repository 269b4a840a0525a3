package org.vigie.grafana;

import java.time.Instant;
import java.util.List;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/** Makes the rows of a ward that works, and of one bed with every kind of problem, in the dialect of a store. */
final class StoredRows {
    static final String BED = "REA/03";
    static final String QUIET_BED = "REA/04";
    /** A bed that has sent nothing for hours: its NEWS2 was known, and is not any more. */
    static final String SILENT_BED = "REA/05";

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
        new StoredAlarms(rows).add();
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
                        .integer("news2_high", 7)
                        .text("missing", "spo2, gcs, oxygen"),
                60);
        rows.add(
                tables.triage(),
                line -> line.tag("bed", SILENT_BED)
                        .tag("stay", "t")
                        .tag("level", "TRI_4")
                        .integer("news2_low", 1)
                        .integer("news2_high", 1),
                6 * 3600);
        rows.add(
                tables.triage(),
                line -> line.tag("bed", SILENT_BED).tag("stay", "t").tag("level", "UNKNOWN"),
                5 * 3600);
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
}
