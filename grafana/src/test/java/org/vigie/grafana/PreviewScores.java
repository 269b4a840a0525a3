package org.vigie.grafana;

import java.util.List;

/** Makes the scores, contributions and imputed hours of {@link PreviewWard}. */
record PreviewScores(WardRows rows) {
    private static final List<String> WEIGHTS = List.of("lactate", "gcs_total", "urine", "creatinine", "hr");
    private static final int HOURS = 3;

    void add(String bed, int number) {
        for (int hour = 0; hour < HOURS; hour++) {
            score(bed, number, 3600L * hour + 60 + number);
            cell(bed, number, "lactate", "CARRIED", 1.4, hour);
            cell(bed, number, "creatinine", "NORMAL", 0.9, hour);
            cell(bed, number, "nibp_sys", "CARRIED", 121, hour);
        }
        cell(bed, number, "temp", "CARRIED", 37.1, 1);
        contribution(bed, number);
    }

    private void score(String bed, int number, long secondsAgo) {
        boolean abstained = number % 8 == 0;
        boolean lost = number == 13 && secondsAgo > 3600 && secondsAgo < 7200;
        rows.add(
                rows.tables().scores(),
                line -> line.tag("bed", bed)
                        .tag("stay", "stay-" + number)
                        .tag("status", abstained ? "ABSTAINED" : lost ? "UNAVAILABLE" : "SCORED")
                        .tag("model", "survival")
                        .tag("model_version", secondsAgo > 7200 ? "1" : "2")
                        .text("window_digest", "p" + bed + secondsAgo)
                        .number("probability", 0.06 + 0.012 * number + 0.02 * (secondsAgo / 3600))
                        .number("imputed_share", 0.55 + 0.005 * number - 0.03 * (secondsAgo / 3600))
                        .number("latency_ms", 3.0 + number % 5)
                        .instant("scored_at", rows.ago(secondsAgo)),
                secondsAgo);
    }

    private void cell(String bed, int number, String variable, String kind, double value, int hour) {
        rows.add(
                rows.tables().cells(),
                line -> line.tag("bed", bed)
                        .tag("stay", "stay-" + number)
                        .tag("variable", variable)
                        .tag("kind", kind)
                        .number("value", value)
                        .number("age_hours", kind.equals("NORMAL") ? 0.0 : 4.0 - hour),
                3600L * hour + 2700);
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
}
