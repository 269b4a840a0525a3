package org.vigie.registry;

/** Runs the schema registry on loopback. Its schemas are kept in the broker and survive the process. */
public final class EmbeddedRegistry implements AutoCloseable {
    private final RegistryServer server;
    private final KafkaSchemaLog log;

    private EmbeddedRegistry(RegistryServer server, KafkaSchemaLog log) {
        this.server = server;
        this.log = log;
    }

    /** Starts a registry that answers everybody on this machine, for tests. */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        return start(bootstrapServers, port, RegistryAccess.EVERYBODY);
    }

    /**
     * Starts the registry and returns when it has read its entries and takes requests.
     *
     * @param port 0 for a free one
     * @param access decides who may use it
     * @throws IllegalStateException when the port is taken or {@code _schemas} cannot be read
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port, RegistryAccess access) {
        var registry = new EmbeddedRegistry(RegistryServer.bind(port), new KafkaSchemaLog(bootstrapServers));
        try {
            registry.open(access);
            return registry;
        } catch (RegistryException e) {
            registry.close();
            throw new IllegalStateException("The registry cannot start: " + e.getMessage(), e);
        }
    }

    private void open(RegistryAccess access) {
        log.create();
        server.serve(new SchemaRegistry(log.read(), log), access);
    }

    /** Returns the base address, without a slash at the end. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        log.close();
    }
}
