package org.vigie.risk;

import org.vigie.model.client.InferenceClientConfig;
import org.vigie.risk.score.ScoreSettings;
import org.vigie.risk.window.WindowSettings;
import org.vigie.runtime.KafkaSettings;

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
        KafkaSettings kafka,
        InferenceClientConfig scorer,
        WindowSettings window,
        ScoreSettings score,
        FlinkSettings flink) {

    public static RiskConfig defaults() {
        return new RiskConfig(
                KafkaSettings.defaults(),
                InferenceClientConfig.defaults(),
                WindowSettings.defaults(),
                ScoreSettings.defaults(),
                FlinkSettings.defaults());
    }
}
