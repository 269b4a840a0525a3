package org.vigie.grafana;

import java.util.List;

/** Makes the alarms and the alarm load of {@link PreviewWard}. */
record PreviewAlarms(WardRows rows) {
    private static final List<String> RULES = List.of("hr_high", "spo2_low", "rr_high", "abp_mean_low");
    private static final List<String> STATES = List.of("RAISED", "ACKNOWLEDGED", "CLEARED");

    void add(String bed, int number) {
        for (int minute = 170 - number; minute > 5; minute -= 40 + 9 * (number % 5)) {
            alarm(new PreviewAlarm(bed, number, minute));
        }
        load(number);
    }

    /** Holds an alarm of an hour's noise: acknowledged after 90 s, over after 4 minutes. */
    private record PreviewAlarm(String bed, int number, int minute) {
        String name() {
            return bed + "-" + minute;
        }

        String rule() {
            return RULES.get((number + minute) % RULES.size());
        }

        String priority() {
            return minute % 3 == 0 ? "HIGH" : "MEDIUM";
        }

        long secondsAgo() {
            return 60L * minute;
        }
    }

    private void alarm(PreviewAlarm alarm) {
        rows.add(
                rows.tables().alarmEpisodes(),
                line -> line.tag("bed", alarm.bed())
                        .tag("unit", "REA")
                        .tag("rule", alarm.rule())
                        .tag("kind", "PHYSIOLOGICAL")
                        .tag("priority", alarm.priority())
                        .tag("feedback", alarm.minute() % 7 == 0 ? "FALSE" : "NONE")
                        .text("alert", alarm.name())
                        .instant("acknowledged_at", rows.ago(alarm.secondsAgo() - 90))
                        .instant("cleared_at", rows.ago(alarm.secondsAgo() - 240))
                        .integer("escalations", 0),
                alarm.secondsAgo());
        STATES.forEach(state -> entry(alarm, state));
    }

    private void entry(PreviewAlarm alarm, String state) {
        rows.add(
                rows.tables().alerts(),
                line -> line.tag("bed", alarm.bed())
                        .tag("stay", "stay-" + alarm.number())
                        .tag("rule", alarm.rule())
                        .tag("kind", "PHYSIOLOGICAL")
                        .tag("priority", alarm.priority())
                        .tag("state", state)
                        .text("alert", alarm.name())
                        .number("value", 134.0)
                        .number("bound", 120.0)
                        .text("message_fr", "FC haute : 134 /min (limite 120)")
                        .text("message_en", "HR high: 134 /min (limit 120)"),
                alarm.secondsAgo() - 120L * STATES.indexOf(state));
    }

    private void load(int number) {
        rows.add(
                rows.tables().alarmLoads(),
                line -> line.tag("unit", "REA")
                        .tag("flood", "false")
                        .integer("last_10_minutes", number % 5)
                        .number("per_nurse", 0.5 + 0.2 * (number % 5))
                        .number("target", 1.0)
                        .number("burn", 0.4 + 0.1 * (number % 7)),
                430L * number);
    }
}
