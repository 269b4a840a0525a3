package org.vigie.registry;

/** Where entries are kept. */
interface SchemaLogWriter {
    /**
     * Returns when the entry is safe.
     *
     * @throws RegistryException (50001) when it could not be kept
     */
    void append(SchemaLogEntry entry);
}
