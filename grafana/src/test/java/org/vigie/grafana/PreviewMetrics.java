package org.vigie.grafana;

import java.time.Instant;
import java.util.function.LongToDoubleFunction;

/** Writes three hours of the metrics of a ward that works, with one pause of the store, in the text form of OpenMetrics. */
final class PreviewMetrics {
    private static final int SECONDS = 3 * 3600;
    private static final int STEP = 15;
    /** The store took nothing from here to there. */
    private static final int PAUSE_FROM = 6000;

    private static final int PAUSE_UNTIL = 6600;
    private static final double MIB = 1024.0 * 1024.0;

    private final Instant start;
    private final StringBuilder text = new StringBuilder();

    /** @param now end of the three hours */
    PreviewMetrics(Instant now) {
        start = now.minusSeconds(SECONDS);
    }

    String text() {
        checks();
        pipeline();
        sink();
        operation();
        return text.append("# EOF\n").toString();
    }

    private void checks() {
        series(
                "vigie_health_check_up{app=\"dashboard-sink\",check=\"store and registry\"}",
                second -> isPaused(second) ? 0 : 1);
        series("vigie_health_check_up{app=\"vitals-streams\",check=\"broker\"}", second -> 1);
        series("vigie_health_check_up{app=\"alert-streams\",check=\"broker\"}", second -> 1);
    }

    private void pipeline() {
        series("vigie_kafka_records_lag_max{app=\"vitals-streams\"}", second -> 12 + 8 * Math.sin(second / 400.0));
        series("vigie_kafka_records_lag_max{app=\"alert-streams\"}", second -> 6 + 4 * Math.cos(second / 300.0));
        series(
                "vigie_kafka_records_lag_max{app=\"dashboard-sink\"}",
                second -> isPaused(second) ? (second - PAUSE_FROM) * 1.5 : 20 + 5 * Math.sin(second / 500.0));
        series(
                "vigie_station_newest_record_age_seconds{topic=\"observations.clean\"}",
                second -> 0.8 + 0.3 * Math.sin(second / 90.0));
        series(
                "vigie_station_newest_record_age_seconds{topic=\"triage.current\"}",
                second -> 4 + 2 * Math.sin(second / 200.0));
        series("vigie_gateway_messages_total{sender=\"monitors\"}", second -> 24.0 * second);
        series("vigie_gateway_messages_total{sender=\"laboratory\"}", second -> 0.05 * second);
        series("vigie_vitals_readings_total{verdict=\"KEPT\"}", second -> 190.0 * second);
        series("vigie_vitals_readings_total{verdict=\"SUSPECT\"}", second -> 1.4 * second);
        series("vigie_vitals_readings_total{verdict=\"REJECTED\"}", second -> 0.5 * second);
        series("vigie_kafka_records_consumed_total{app=\"vitals-streams\"}", second -> 24.0 * second);
        series("vigie_kafka_records_consumed_total{app=\"alert-streams\"}", second -> 31.0 * second);
    }

    private void sink() {
        series("vigie_sink_rows_total", second -> 210.0 * (isPaused(second) ? PAUSE_FROM : second));
        series("vigie_sink_dead_letters_total", second -> second > PAUSE_UNTIL ? 3 : 0);
        series("vigie_sink_records_quarantined_total", second -> second > 5000 ? 1 : 0);
    }

    private void operation() {
        double end = start.getEpochSecond() + SECONDS;
        series("vigie_inference_waiting{model=\"survival\"}", second -> second % 3600 < 60 ? 9 : 0);
        series("vigie_notifications_waiting{channel=\"alertmanager\"}", second -> second % 1700 < 40 ? 2 : 0);
        series("vigie_notifications_waiting{channel=\"mail\"}", second -> 0);
        series("vigie_station_event_streams", second -> 5 + second / 4000);
        series("vigie_station_beds_unwatched{instance=\"station\",reason=\"CANARY_MISSED\"}", second -> 0);
        series("vigie_station_beds_unwatched{instance=\"station\",reason=\"UNREAD\"}", second -> 0);
        series(
                "vigie_tls_certificate_expires_timestamp_seconds{instance=\"station\",listener=\"station\"}",
                second -> end + 61 * 86_400.0);
        series(
                "vigie_tls_certificate_expires_timestamp_seconds{instance=\"gateway\",listener=\"mllp\"}",
                second -> end + 9 * 86_400.0);
        series(
                "flink_jobmanager_job_lastCheckpointCompletedTimestamp{job_name=\"risk-flink\"}",
                second -> 1000.0 * (start.getEpochSecond() + second - second % 60));
        series(
                "jvm_memory_used_bytes{area=\"heap\",instance=\"vitals-streams\"}",
                second -> (310 + second % 240) * MIB);
        series("jvm_memory_used_bytes{area=\"heap\",instance=\"station\"}", second -> (180 + second % 150) * MIB);
    }

    private static boolean isPaused(long second) {
        return second >= PAUSE_FROM && second < PAUSE_UNTIL;
    }

    private void series(String name, LongToDoubleFunction value) {
        for (long second = 0; second <= SECONDS; second += STEP) {
            text.append(name).append(' ').append(value.applyAsDouble(second)).append(' ');
            text.append(start.getEpochSecond() + second).append('\n');
        }
    }
}
