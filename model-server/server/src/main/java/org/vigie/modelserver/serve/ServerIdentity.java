package org.vigie.modelserver.serve;

import java.util.List;

/** Holds the name, version, platform and protocol extensions that the server reports over HTTP and gRPC. */
public record ServerIdentity(String name, String version, String platform, List<String> extensions) {
    /** This server. */
    public static final ServerIdentity VIGIE = new ServerIdentity(
            "vigie-model-server", "0.1.0", "tensorflow_savedmodel", List.of("binary_tensor_data", "model_repository"));

    public ServerIdentity {
        extensions = List.copyOf(extensions);
    }
}
