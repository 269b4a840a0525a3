package org.vigie.registry;

/** The schema registry on loopback. Its schemas live in the broker and outlive it. */
public final class EmbeddedRegistry implements AutoCloseable {
    private final RegistryServer server;
    private final KafkaSchemaLog log;

    private EmbeddedRegistry(RegistryServer server, KafkaSchemaLog log) {
        this.server = server;
        this.log = log;
    }

    /**
     * Returns when it has read what it kept and takes requests.
     *
     * @param port 0 for a free one
     * @throws IllegalStateException when the port is taken or {@code _schemas} cannot be read
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        var registry = new EmbeddedRegistry(RegistryServer.bind(port), new KafkaSchemaLog(bootstrapServers));
        try {
            registry.open();
            return registry;
        } catch (RegistryException e) {
            registry.close();
            throw new IllegalStateException("The registry cannot start: " + e.getMessage(), e);
        }
    }

    private void open() {
        log.create();
        server.serve(new SchemaRegistry(log.read(), log));
    }

    /** Base address, without a slash at the end. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        log.close();
    }
}
