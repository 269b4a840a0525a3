package org.vigie.grafana;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the alarms and the alarm load of {@link PreviewWard}. */
record PreviewAlarms(WardRows rows) {
    private static final List<String> FEEDBACK = List.of("NONE", "USEFUL", "NONE", "FALSE", "NONE");
    private static final List<PreviewRule> RULES = List.of(
            new PreviewRule("hr_high", "MEDIUM", "FC haute", "HR high", 134, 130, "/min"),
            new PreviewRule("spo2_low", "MEDIUM", "SpO2 basse", "SpO2 low", 87, 90, "%"),
            new PreviewRule("rr_high", "MEDIUM", "FR haute", "RR high", 31, 30, "/min"),
            new PreviewRule("map_low", "HIGH", "PAM basse", "MAP low", 58, 60, "mmHg"),
            new PreviewRule("temp_high", "LOW", "Température haute", "Temperature high", 39.2, 39, "°C"));

    /** Describes an alarm rule with a value that raises it. */
    record PreviewRule(
            String name, String priority, String french, String english, double value, double limit, String unit) {
        String messageFr() {
            return text(french + " : ", "limite");
        }

        String messageEn() {
            return text(english + ": ", "limit");
        }

        private String text(String what, String limitWord) {
            var number = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
            return what + number.format(value) + " " + unit + " (" + limitWord + " " + number.format(limit) + ")";
        }
    }

    /** Holds one alarm. Without a time it was not acknowledged, or has not ended. */
    private record PreviewAlarm(
            String bed, PreviewRule rule, long secondsAgo, Optional<Instant> acknowledged, Optional<Instant> cleared) {
        String name() {
            return bed + "-" + secondsAgo;
        }
    }

    /** Adds an alarm of every second bed, acknowledged after 90 s and over after 4 minutes. */
    void addEnded(String bed, int number) {
        if (number % 2 == 0) {
            long ago = 60L * (20 + 13 * number % 150);
            add(new PreviewAlarm(
                    bed,
                    RULES.get(number / 2 % RULES.size()),
                    ago,
                    Optional.of(rows.ago(ago - 90)),
                    Optional.of(rows.ago(ago - 240))));
        }
    }

    /** Adds two open alarms: nobody has answered the first one. */
    void addOpen() {
        add(new PreviewAlarm(PreviewWard.BED, RULES.get(3), 720, Optional.empty(), Optional.empty()));
        add(new PreviewAlarm(PreviewWard.BED, RULES.get(2), 1100, Optional.of(rows.ago(1000)), Optional.empty()));
        add(new PreviewAlarm(PreviewWard.bed(7), RULES.get(1), 500, Optional.of(rows.ago(300)), Optional.empty()));
    }

    /** Adds the load of the unit, one row each 5 minutes. */
    void addLoads() {
        for (int minute = 175; minute >= 0; minute -= 5) {
            double load = 0.7 + 0.5 * Math.sin(minute / 30.0);
            rows.add(
                    rows.tables().alarmLoads(),
                    line -> line.tag("unit", "REA")
                            .tag("flood", "false")
                            .integer("last_10_minutes", Math.round(load * 8))
                            .number("per_nurse", load)
                            .number("target", 1.0)
                            .number("burn", 0.8 * load),
                    60L * minute);
        }
    }

    private void add(PreviewAlarm alarm) {
        episode(alarm);
        entry(alarm, "RAISED", rows.ago(alarm.secondsAgo()), Optional.empty());
        alarm.acknowledged().ifPresent(at -> entry(alarm, "ACKNOWLEDGED", at, Optional.empty()));
        alarm.cleared().ifPresent(at -> entry(alarm, "CLEARED", at, alarm.cleared()));
    }

    private void episode(PreviewAlarm alarm) {
        rows.add(
                rows.tables().alarmEpisodes(),
                line -> line.tag("bed", alarm.bed())
                        .tag("unit", "REA")
                        .tag("rule", alarm.rule().name())
                        .tag("kind", "PHYSIOLOGICAL")
                        .tag("priority", alarm.rule().priority())
                        .tag("feedback", FEEDBACK.get((int) (alarm.secondsAgo() / 60 % FEEDBACK.size())))
                        .text("alert", alarm.name())
                        .instant("acknowledged_at", alarm.acknowledged().orElse(null))
                        .instant("cleared_at", alarm.cleared().orElse(null))
                        .integer("escalations", alarm.acknowledged().isPresent() ? 0 : 1),
                alarm.secondsAgo());
    }

    private void entry(PreviewAlarm alarm, String state, Instant at, Optional<Instant> cleared) {
        PreviewRule rule = alarm.rule();
        rows.add(
                rows.tables().alerts(),
                line -> line.tag("bed", alarm.bed())
                        .tag("stay", "stay-" + Integer.parseInt(alarm.bed().substring(4)))
                        .tag("rule", rule.name())
                        .tag("kind", "PHYSIOLOGICAL")
                        .tag("priority", rule.priority())
                        .tag("state", state)
                        .text("alert", alarm.name())
                        .number("value", rule.value())
                        .number("bound", rule.limit())
                        .instant("cleared_at", cleared.orElse(null))
                        .text("message_fr", rule.messageFr())
                        .text("message_en", rule.messageEn()),
                rows.secondsSince(at));
    }
}
