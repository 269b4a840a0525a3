package org.vigie.grafana;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/** Makes three hours of a ward of 24 invented patients, with alarms and scores, for the pictures of {@code docs/grafana.md}. */
final class PreviewWard {
    private static final int BEDS = 24;
    private static final int MINUTES = 180;
    /** The bed whose patient becomes worse, and since how many minutes. */
    private static final int WORSE = 3;

    private static final int WORSE_MINUTES = 40;
    private static final Map<String, Double> VITALS = Map.of(
            "hr", 84.0, "spo2", 96.0, "rr", 17.0, "temp", 37.2, "abp_sys", 122.0, "abp_mean", 84.0, "abp_dia", 66.0);
    private static final List<String> LEVELS = List.of("TRI_2", "TRI_3A", "TRI_3B", "TRI_3B", "TRI_4", "TRI_5");
    private static final List<String> WEIGHTS = List.of("lactate", "gcs_total", "urine", "creatinine", "hr");

    private final WardRows rows;
    private final PreviewAlarms alarms;
    private final Random chance = new Random(11);
    private int offset = 1_000_000;

    PreviewWard(StoreTables tables, Instant now) {
        rows = new WardRows(tables, now);
        alarms = new PreviewAlarms(rows);
    }

    List<StoreRow> rows() {
        for (int number = 1; number <= BEDS; number++) {
            String bed = String.format(Locale.ROOT, "REA/%02d", number);
            vitals(bed, number);
            triage(bed, number);
            alarms.add(bed, number);
            scores(bed, number);
            contribution(bed, number);
            admission(bed, number);
        }
        return rows.taken();
    }

    private void vitals(String bed, int number) {
        for (int minute = MINUTES; minute > 0; minute--) {
            double slow = Math.sin((minute + 17.0 * number) / 29);
            for (var vital : VITALS.entrySet()) {
                boolean raised = vital.getKey().equals("hr") && worse(number, minute);
                double value = vital.getValue() * (1 + 0.05 * slow + 0.01 * chance.nextGaussian()) * (raised ? 1.5 : 1);
                reading(
                        bed,
                        vital.getKey(),
                        vital.getKey().equals("spo2") ? Math.min(100, value) : value,
                        60L * minute);
            }
        }
    }

    private static boolean worse(int number, int minute) {
        return number == WORSE && minute < WORSE_MINUTES;
    }

    private void reading(String bed, String variable, double value, long secondsAgo) {
        int draw = chance.nextInt(400);
        String verdict = draw == 0 ? "REJECTED" : draw < 4 ? "SUSPECT" : "KEPT";
        String reason = draw == 0 ? "DEVICE_INVALID" : draw < 4 ? "SPIKE" : "NONE";
        int place = offset++;
        rows.add(
                rows.tables().readings(),
                line -> line.tag("bed", bed)
                        .tag("variable", variable)
                        .tag("verdict", verdict)
                        .tag("reason", reason)
                        .tag("device", "monitor-" + bed.substring(4))
                        .number("value", Math.round(10 * (draw < 4 ? value * 1.4 : value)) / 10.0)
                        .instant("published_at", rows.ago(secondsAgo))
                        .integer("raw_partition", 0)
                        .integer("raw_offset", place)
                        .integer("raw_index", 0),
                secondsAgo);
    }

    private void triage(String bed, int number) {
        for (int minute = MINUTES; minute > 0; minute -= 20) {
            int points = Math.max(0, number % 7 + (worse(number, minute) ? 4 : 0) - minute / 90);
            String level = worse(number, minute) ? "TRI_1" : LEVELS.get(number % LEVELS.size());
            rows.add(
                    rows.tables().triage(),
                    line -> line.tag("bed", bed)
                            .tag("stay", "stay-" + number)
                            .tag("level", level)
                            .integer("news2_low", points)
                            .integer("news2_high", points + number % 3),
                    60L * minute);
        }
    }

    private void scores(String bed, int number) {
        for (int hour = 0; hour < 3; hour++) {
            long secondsAgo = 3600L * hour + 60 + number;
            rows.add(
                    rows.tables().scores(),
                    line -> line.tag("bed", bed)
                            .tag("stay", "stay-" + number)
                            .tag("status", number % 8 == 0 ? "ABSTAINED" : "SCORED")
                            .tag("model", "survival")
                            .tag("model_version", "2")
                            .text("window_digest", "p" + bed + secondsAgo)
                            .number("probability", 0.04 + 0.3 * chance.nextDouble())
                            .number("imputed_share", 0.55 + 0.01 * number)
                            .number("latency_ms", 3.0 + chance.nextInt(6))
                            .instant("scored_at", rows.ago(secondsAgo)),
                    secondsAgo);
        }
    }

    private void contribution(String bed, int number) {
        rows.add(
                rows.tables().contributions(),
                line -> line.tag("bed", bed)
                        .tag("stay", "stay-" + number)
                        .tag("model", "survival")
                        .tag("variable", WEIGHTS.get(number % WEIGHTS.size()))
                        .integer("place", 1)
                        .number("log_odds", 0.2 + 0.05 * (number % 6)),
                120L + number);
    }

    /** A third of the patients came within the three hours. */
    private void admission(String bed, int number) {
        rows.add(
                rows.tables().bedMovements(),
                line -> line.tag("bed", bed)
                        .tag("stay", "stay-" + number)
                        .tag("movement", "ADMITTED")
                        .text("message_fr", "Admission")
                        .text("message_en", "Admission")
                        .integer("topic_offset", number),
                1500L * number);
    }
}
