package org.vigie.risk;

import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.impute.ImputeConfig;
import org.vigie.risk.score.ScoreConfig;
import org.vigie.risk.window.WindowConfig;

/**
 * Configures risk-flink.
 *
 * @param kafka connection to the broker and its topics
 * @param scorer connection to the model server and the model's name
 * @param window when windows are sent
 * @param impute estimates of hours without a measurement
 * @param score time limits and retries of score requests
 * @param flink how Flink runs the job
 * @param monitoring where metrics and health are served
 */
public record RiskConfig(
        KafkaConnectionConfig kafka,
        InferenceClientConfig scorer,
        WindowConfig window,
        ImputeConfig impute,
        ScoreConfig score,
        FlinkConfig flink,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_093;

    /** Creates a configuration without estimates and with the default monitoring port. */
    public RiskConfig(
            KafkaConnectionConfig kafka,
            InferenceClientConfig scorer,
            WindowConfig window,
            ScoreConfig score,
            FlinkConfig flink) {
        this(kafka, scorer, window, ImputeConfig.defaults(), score, flink, MonitoringConfig.onPort(MONITORING_PORT));
    }

    /** Returns the same configuration with these estimates. */
    public RiskConfig withImpute(ImputeConfig other) {
        return new RiskConfig(kafka, scorer, window, other, score, flink, monitoring);
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
