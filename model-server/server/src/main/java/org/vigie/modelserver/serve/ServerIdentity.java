package org.vigie.modelserver.serve;

import java.util.List;

/** What the server says of itself on both wires. */
public final class ServerIdentity {
    public static final String NAME = "vigie-model-server";
    public static final String VERSION = "0.1.0";
    public static final String PLATFORM = "tensorflow_savedmodel";
    public static final List<String> EXTENSIONS = List.of("binary_tensor_data", "model_repository");

    private ServerIdentity() {}
}
