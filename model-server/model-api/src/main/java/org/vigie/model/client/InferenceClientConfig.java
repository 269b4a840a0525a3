package org.vigie.model.client;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.model.score.SurvivalScorer;

/**
 * Configures a client of a model server.
 *
 * @param url of the server: {@code grpc://host:port}, which is cheaper, or {@code http(s)://host:port} without {@code /v2}; several equal
 *     servers are separated by commas, and the next one is asked when one fails
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
        for (String server : url.split(",", -1)) {
            if (!URL.matcher(server.strip()).matches()) {
                throw new IllegalArgumentException(
                        "scorer.url: must be grpc://host:port, or begin with http:// or https://, was '" + server
                                + "'");
            }
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

    /** Returns the address of each server. */
    public List<URI> servers() {
        return Arrays.stream(url.split(",", -1))
                .map(String::strip)
                .map(URI::create)
                .toList();
    }

    /** Opens a scorer; the caller closes it. */
    public SurvivalScorer openScorer() {
        List<SurvivalScorer> scorers = servers().stream()
                .map(this::at)
                .map(InferenceClientConfig::open)
                .toList();
        return scorers.size() == 1 ? scorers.get(0) : new FailoverScorer(scorers);
    }

    private InferenceClientConfig at(URI server) {
        return new InferenceClientConfig(server.toString(), model, version, timeout, binary);
    }

    private static SurvivalScorer open(InferenceClientConfig one) {
        return one.url.startsWith(GRPC) ? new GrpcScorer(one) : new HttpScorer(one);
    }
}
