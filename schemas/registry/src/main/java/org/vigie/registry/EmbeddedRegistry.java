package org.vigie.registry;

/** Runs the schema registry. Its schemas are kept in the broker and survive the process. */
public final class EmbeddedRegistry implements AutoCloseable {
    private final RegistryServer server;
    private final KafkaSchemaLog log;
    private final RegistryAccess access;

    private EmbeddedRegistry(RegistryServer server, KafkaSchemaLog log, RegistryAccess access) {
        this.server = server;
        this.log = log;
        this.access = access;
    }

    /** Starts a registry that answers everybody on this machine, for tests. */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        return start(bootstrapServers, RegistryAddress.loopback(port), RegistryAccess.EVERYBODY);
    }

    /**
     * Starts the registry and returns when it has read its entries and takes requests.
     *
     * @param address where it listens
     * @param access decides who may use it
     * @throws IllegalStateException when the port is taken or {@code _schemas} cannot be read
     */
    public static EmbeddedRegistry start(String bootstrapServers, RegistryAddress address, RegistryAccess access) {
        var registry = new EmbeddedRegistry(RegistryServer.bind(address), new KafkaSchemaLog(bootstrapServers), access);
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
        server.serve(new SchemaRegistry(log.read(), log), access);
    }

    /** Returns the base address, without a slash at the end. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        // Its last events may need the registry.
        access.close();
        server.close();
        log.close();
    }
}
