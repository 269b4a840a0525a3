package org.vigie.replay.passport;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.schemas.RiskScore;

/** Names a survival model of a model server with its version. */
public record ScoringModel(String name, String version) {
    private static final Pattern TEXT = Pattern.compile("([^/\\s]+)/([^/\\s]+)");

    /** Returns the model that gave a score. */
    public static ScoringModel of(RiskScore score) {
        return new ScoringModel(score.getModel(), score.getModelVersion());
    }

    /**
     * Reads a model from the value of an option.
     *
     * @throws IllegalArgumentException when it has another form than {@code survival/2}
     */
    public static ScoringModel parse(String option, String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    option + ": must be NAME/VERSION such as survival/2, was '" + text + "'");
        }
        return new ScoringModel(parts.group(1), parts.group(2));
    }

    /** Returns a scorer that asks a model server for this model. */
    public SurvivalScorer openAt(String url) {
        Duration timeout = InferenceClientConfig.defaults().timeout();
        return new InferenceClientConfig(url, name, version, timeout, true).openScorer();
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
