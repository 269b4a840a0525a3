package org.vigie.model.client;

import java.io.Serializable;
import java.time.Duration;
import java.util.regex.Pattern;
import org.vigie.model.score.SurvivalScorer;

/**
 * Configures a client of a model server.
 *
 * @param url of the server: {@code grpc://host:port}, which is cheaper, or {@code http(s)://host:port} without {@code /v2}
 * @param model name of the model
 * @param version version of the model; empty for the newest on the server
 * @param timeout of one request
 * @param binary whether tensors are sent as bytes (a quarter of the size; the protocol's binary tensor extension) or as JSON; gRPC always
 *     sends bytes
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

    /** Opens a scorer; the caller closes it. */
    public SurvivalScorer openScorer() {
        return url.startsWith(GRPC) ? new GrpcScorer(this) : new HttpScorer(this);
    }
}
