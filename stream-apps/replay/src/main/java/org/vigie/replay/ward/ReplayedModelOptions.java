package org.vigie.replay.ward;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.model.score.WindowEstimator;
import org.vigie.replay.passport.ScoringModel;
import org.vigie.schemas.RiskScore;
import picocli.CommandLine.Option;

/** Holds the options that say which model scores the windows of a replay. */
final class ReplayedModelOptions {
    @Option(
            names = "--model-server",
            paramLabel = "URL",
            description = "Model server that computes each score again with the recorded model and version (default: a"
                    + " recorded score stands for the same window).")
    Optional<String> server = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "NAME/VERSION",
            description = "Model of --model-server that scores each window in place of the recorded model.")
    Optional<String> model = Optional.empty();

    @Option(
            names = "--imputer",
            paramLabel = "NAME",
            description = "Imputer of --model-server that estimates hours without a measurement, such as"
                    + " imputer-attention-two-sided. The windows of the study hold the estimates beside their values; no"
                    + " score uses them, and --compare leaves them out (default: none).")
    Optional<String> imputer = Optional.empty();

    /**
     * Returns a function that opens the imputer; empty without one.
     *
     * @throws IllegalArgumentException when the imputer has no server
     */
    Optional<Supplier<WindowEstimator>> estimators() {
        if (imputer.isPresent() && server.isEmpty()) {
            throw new IllegalArgumentException(
                    "--imputer: needs --model-server, was '" + imputer.get() + "' without one");
        }
        Duration timeout = InferenceClientConfig.defaults().timeout();
        return imputer.map(name -> new InferenceClientConfig(server.orElseThrow(), name, "", timeout, true))
                .map(client -> client::openEstimator);
    }

    /**
     * Returns a function that opens the model for a recorded score; empty when no model runs.
     *
     * @throws IllegalArgumentException when the model has no server or is not named as NAME/VERSION
     */
    Optional<Function<RiskScore, SurvivalScorer>> models() {
        if (model.isPresent() && server.isEmpty()) {
            throw new IllegalArgumentException("--model: needs --model-server, was '" + model.get() + "' without one");
        }
        Function<RiskScore, ScoringModel> chosen = chosen();
        return server.map(url -> recorded -> chosen.apply(recorded).openAt(url));
    }

    /** Returns a function that names the model for a recorded score. */
    Function<RiskScore, ScoringModel> chosen() {
        return model.map(text -> ScoringModel.parse("--model", text))
                .<Function<RiskScore, ScoringModel>>map(named -> recorded -> named)
                .orElse(ScoringModel::of);
    }
}
