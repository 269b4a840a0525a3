package org.vigie.access.command;

/** Makes a change of a ward that was permitted. */
@FunctionalInterface
public interface PermittedChange<E extends Exception> {
    /** @throws E when the ward was not changed, or nobody knows whether it was */
    void make() throws E;
}
