package org.vigie.model.client;

import java.io.Serializable;
import java.time.Duration;
import java.util.regex.Pattern;
import org.vigie.model.score.SurvivalScorer;

/**
 * Which model is asked, and where.
 *
 * @param url of the server: {@code grpc://host:port}, the cheaper wire, or {@code http(s)://host:port} without {@code /v2}
 * @param model its name
 * @param version its version; empty for the server's newest
 * @param timeout for one answer
 * @param binary whether tensors go as bytes (a quarter of the size; the protocol's binary tensor extension) or as JSON; over gRPC always bytes
 */
public record InferenceClientConfig(String url, String model, String version, Duration timeout, boolean binary)
        implements Serializable {
    private static final String GRPC = "grpc://";
    private static final Pattern URL = Pattern.compile(GRPC + "[^:/]+:\\d+|https?://.+");

    public InferenceClientConfig {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "scorer.url: must be grpc://host:port, or begin with http:// or https://, was '" + url + "'");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("scorer.model: must be a model's name, was '" + model + "'");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("scorer.timeout: must be positive, was " + timeout);
        }
    }

    public static InferenceClientConfig defaults() {
        return new InferenceClientConfig("grpc://127.0.0.1:18001", "survival", "", Duration.ofSeconds(5), true);
    }

    /** Whoever opens it closes it. */
    public SurvivalScorer openScorer() {
        return url.startsWith(GRPC) ? new GrpcScorer(this) : new HttpScorer(this);
    }
}
