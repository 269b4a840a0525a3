package org.vigie.risk;

import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.MonitoringConfig;
import org.vigie.risk.score.ScoreConfig;
import org.vigie.risk.window.WindowConfig;

/**
 * Configures risk-flink.
 *
 * @param kafka connection to the broker and its topics
 * @param scorer connection to the model server and the model's name
 * @param window when windows are sent
 * @param score time limits and retries of score requests
 * @param flink how Flink runs the job
 * @param monitoring where metrics and health are served
 */
public record RiskConfig(
        KafkaConnectionConfig kafka,
        InferenceClientConfig scorer,
        WindowConfig window,
        ScoreConfig score,
        FlinkConfig flink,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_093;

    /** Creates a configuration with the default monitoring port. */
    public RiskConfig(
            KafkaConnectionConfig kafka,
            InferenceClientConfig scorer,
            WindowConfig window,
            ScoreConfig score,
            FlinkConfig flink) {
        this(kafka, scorer, window, score, flink, MonitoringConfig.onPort(MONITORING_PORT));
    }

    public static RiskConfig defaults() {
        return new RiskConfig(
                KafkaConnectionConfig.defaults(),
                InferenceClientConfig.defaults(),
                WindowConfig.defaults(),
                ScoreConfig.defaults(),
                FlinkConfig.defaults());
    }
}
