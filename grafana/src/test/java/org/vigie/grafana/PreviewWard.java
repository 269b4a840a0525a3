package org.vigie.grafana;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/** Makes three hours of a ward of 24 invented patients, with alarms and scores, for the previews of the dashboards. */
final class PreviewWard {
    /** The bed whose patient becomes worse. */
    static final String BED = "REA/03";

    private static final int BEDS = 24;
    private static final int MINUTES = 180;
    private static final int WORSE_MINUTES = 40;
    private static final List<Integer> POINTS = List.of(3, 1, 0, 5, 2, 1, 4);
    private static final List<String> LEVELS =
            List.of("TRI_5", "TRI_4", "TRI_4", "TRI_3B", "TRI_3B", "TRI_3A", "TRI_3A");

    private final WardRows rows;
    private final PreviewVitals vitals;
    private final PreviewAlarms alarms;
    private final PreviewScores scores;

    PreviewWard(StoreTables tables, Instant now) {
        rows = new WardRows(tables, now);
        vitals = new PreviewVitals(rows);
        alarms = new PreviewAlarms(rows);
        scores = new PreviewScores(rows);
    }

    List<StoreRow> rows() {
        IntStream.rangeClosed(1, BEDS).forEach(number -> bed(bed(number), number));
        alarms.addOpen();
        alarms.addLoads();
        refusals();
        return rows.taken();
    }

    static String bed(int number) {
        return String.format(Locale.ROOT, "REA/%02d", number);
    }

    private void bed(String bed, int number) {
        for (int minute = MINUTES; minute >= 0; minute--) {
            if (bed.equals(BED) || (minute + number) % 3 == 0) {
                vitals.add(bed, number, minute, worse(bed, minute));
            }
        }
        triage(bed, number);
        alarms.addEnded(bed, number);
        scores.add(bed, number);
        admission(bed, number);
    }

    /** Returns how far the state of a patient has become worse, from 0 to 1. */
    private static double worse(String bed, int minute) {
        return bed.equals(BED) ? Math.max(0, Math.min(1, (WORSE_MINUTES - minute) / 25.0)) : 0;
    }

    private void triage(String bed, int number) {
        for (int minute = MINUTES; minute >= 0; minute -= 10) {
            double worse = worse(bed, minute);
            int points = POINTS.get(number % POINTS.size()) + (int) Math.round(6 * worse);
            String level = worse > 0.5 ? "TRI_1" : LEVELS.get(Math.min(points, LEVELS.size() - 1));
            boolean whole = number % 5 != 0;
            rows.add(
                    rows.tables().triage(),
                    line -> line.tag("bed", bed)
                            .tag("stay", "stay-" + number)
                            .tag("level", level)
                            .integer("news2_low", points)
                            .integer("news2_high", whole ? points : points + 3)
                            .text("missing", whole ? "" : "temp"),
                    60L * minute);
        }
    }

    private void refusals() {
        rows.add(
                rows.tables().refused(),
                line -> line.tag("topic", "vigie.ward.observations.raw")
                        .tag("reason", "MALFORMED_AVRO")
                        .tag("app", "vitals-streams")
                        .text("detail", "REA/12: message of 11 bytes")
                        .integer("topic_offset", 1),
                4000);
        rows.add(
                rows.tables().withdrawals(),
                line -> line.tag("bed", BED).tag("variable", "hr").integer("place", 0),
                5000);
    }

    /** A few patients came within the three hours. */
    private void admission(String bed, int number) {
        rows.add(
                rows.tables().bedMovements(),
                line -> line.tag("bed", bed)
                        .tag("stay", "stay-" + number)
                        .tag("movement", "ADMITTED")
                        .text("message_fr", "Admission")
                        .text("message_en", "Admission")
                        .integer("topic_offset", number),
                bed.equals(BED) ? 9000 : 6000L * number);
    }
}
