package org.vigie.registry;

/** Stores the entries of the registry. */
interface SchemaLogWriter {
    /**
     * Appends an entry and returns when it is stored.
     *
     * @throws RegistryException (50001) when it cannot be stored
     */
    void append(SchemaLogEntry entry);
}
