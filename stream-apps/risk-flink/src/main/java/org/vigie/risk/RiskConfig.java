package org.vigie.risk;

import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.score.ScoreConfig;
import org.vigie.risk.window.WindowConfig;

/**
 * The configuration file of risk-flink.
 *
 * @param kafka where its topics are
 * @param scorer which model is asked, and where
 * @param window when windows are sent
 * @param score how patiently the model is asked
 * @param flink how Flink runs the job
 */
public record RiskConfig(
        KafkaConnectionConfig kafka,
        InferenceClientConfig scorer,
        WindowConfig window,
        ScoreConfig score,
        FlinkConfig flink) {

    public static RiskConfig defaults() {
        return new RiskConfig(
                KafkaConnectionConfig.defaults(),
                InferenceClientConfig.defaults(),
                WindowConfig.defaults(),
                ScoreConfig.defaults(),
                FlinkConfig.defaults());
    }
}
