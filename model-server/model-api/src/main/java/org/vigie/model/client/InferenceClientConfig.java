package org.vigie.model.client;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.model.score.WindowEstimator;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Configures a client of a model server.
 *
 * @param url of the server: {@code grpc(s)://host:port}, which is cheaper, or {@code http(s)://host:port} without {@code /v2}; several equal
 *     servers are separated by commas, and the next one is asked when one fails; {@code grpcs} and {@code https} speak TLS
 * @param model name of the model
 * @param version version of the model; empty for the newest on the server
 * @param timeout of one request
 * @param binary whether tensors are sent as bytes (a quarter of the size; the protocol's binary tensor extension) or as JSON; gRPC always
 *     sends bytes
 * @param tokenFile file whose first word is the API token for the server; no token is sent when it is empty or no such file is there
 * @param tls whom the client trusts, and the certificate that it shows
 */
public record InferenceClientConfig(
        String url,
        String model,
        String version,
        Duration timeout,
        boolean binary,
        String tokenFile,
        ClientTlsConfig tls)
        implements Serializable {
    private static final String GRPC = "grpc";
    private static final String WARD_TOKEN = "data/access/tokens/ward";
    private static final Pattern URL = Pattern.compile(GRPC + "s?://[^:/]+:\\d+|https?://.+");

    public InferenceClientConfig {
        for (String server : url.split(",", -1)) {
            if (!URL.matcher(server.strip()).matches()) {
                throw new IllegalArgumentException(
                        "scorer.url: must be grpc://host:port or grpcs://host:port, or begin with http:// or https://, was '"
                                + server + "'");
            }
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("scorer.model: must be a model's name, was '" + model + "'");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("scorer.timeout: must be positive, was " + timeout);
        }
    }

    /** Creates a configuration with the token of the ward in this directory. */
    public InferenceClientConfig(String url, String model, String version, Duration timeout, boolean binary) {
        this(url, model, version, timeout, binary, WARD_TOKEN, ClientTlsConfig.defaults());
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

    /** Returns the same connection with another file of the token. */
    public InferenceClientConfig withTokenFile(Path file) {
        return new InferenceClientConfig(url, model, version, timeout, binary, file.toString(), tls);
    }

    /** Returns the same connection with other certificates. */
    public InferenceClientConfig withTls(ClientTlsConfig other) {
        return new InferenceClientConfig(url, model, version, timeout, binary, tokenFile, other);
    }

    /** Returns the value of the header {@code Authorization}; empty when no token is sent. */
    Optional<String> authorization() {
        Path file = Path.of(tokenFile);
        if (tokenFile.isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of("Bearer " + Files.readString(file).strip().split("\\s+", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("scorer.tokenFile: must be a file that can be read, was " + file, e);
        }
    }

    /** Returns the same connection for another model. */
    public InferenceClientConfig withModel(String name, String ofVersion, Duration within) {
        return new InferenceClientConfig(url, name, ofVersion, within, binary, tokenFile, tls);
    }

    /** Opens a scorer; the caller closes it. */
    public SurvivalScorer openScorer() {
        return new ServedScorer(openClient(), new InferenceScoreMapper(binary));
    }

    /** Opens an estimator of an imputer; the caller closes it. */
    public WindowEstimator openEstimator() {
        return new ServedEstimator(openClient(), binary);
    }

    private InferenceClient openClient() {
        List<InferenceClient> clients = servers().stream()
                .map(this::at)
                .map(InferenceClientConfig::open)
                .toList();
        return clients.size() == 1 ? clients.get(0) : new FailoverInferenceClient(clients);
    }

    private InferenceClientConfig at(URI server) {
        return new InferenceClientConfig(server.toString(), model, version, timeout, binary, tokenFile, tls);
    }

    private static InferenceClient open(InferenceClientConfig one) {
        return one.url.startsWith(GRPC) ? new GrpcInferenceClient(one) : new HttpInferenceClient(one);
    }
}
