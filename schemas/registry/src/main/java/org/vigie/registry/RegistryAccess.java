package org.vigie.registry;

import java.util.Optional;
import org.vigie.http.RefusedRequest;

/** Decides who may read and who may change the registry. The registry closes it. */
public interface RegistryAccess extends AutoCloseable {
    /** Answers everybody who reaches the port. Tests on loopback use it. */
    RegistryAccess EVERYBODY = (authorization, change, route) -> Optional.empty();

    /**
     * Decides one request; empty when it may be answered.
     *
     * @param authorization value of the header; empty when the request has none
     * @param change whether the route registers, deletes or sets something
     * @param route method and path of the route, with {@code *} for names
     */
    Optional<RefusedRequest> refusal(String authorization, boolean change, String route);

    @Override
    default void close() {}
}
