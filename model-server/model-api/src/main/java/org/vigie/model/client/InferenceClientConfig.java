package org.vigie.model.client;

import java.io.Serializable;
import java.time.Duration;

/**
 * Which model is asked, and where.
 *
 * @param url of the server, without {@code /v2}
 * @param model its name
 * @param version its version; empty for the server's newest
 * @param timeout for one answer
 * @param binary whether tensors go as bytes (a quarter of the size; the protocol's binary tensor extension) or as JSON
 */
public record InferenceClientConfig(String url, String model, String version, Duration timeout, boolean binary)
        implements Serializable {
    public InferenceClientConfig {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IllegalArgumentException("scorer.url: must begin with http:// or https://, was '" + url + "'");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("scorer.model: must be a model's name, was '" + model + "'");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("scorer.timeout: must be positive, was " + timeout);
        }
    }

    public static InferenceClientConfig defaults() {
        return new InferenceClientConfig("http://127.0.0.1:18000", "survival", "", Duration.ofSeconds(5), true);
    }
}
