package org.vigie.access.server;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessOperation;

/**
 * Describes one route that a server's router answers, for those who check that none is left open.
 *
 * @param method {@code GET}
 * @param path with its parameters as the router writes them: {@code /v2/models/{model}}
 * @param operation that the route stands for; empty for a route that needs no log-in
 */
public record ServerRoute(String method, String path, Optional<AccessOperation> operation) {
    private static final Set<HandlerType> ANSWERING =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

    /** Returns the routes that answer a request; a filter before or after them is none. */
    public static List<ServerRoute> of(List<Endpoint> router) {
        return router.stream()
                .filter(route -> ANSWERING.contains(route.method))
                .map(route -> new ServerRoute(
                        route.method.name(), route.path, RouteOperation.among(RouteOperation.roles(route))))
                .toList();
    }

    /** Returns the path with a name in place of each parameter. */
    public String filled(String name) {
        return path.replaceAll("[{<][^}>]*[}>]|\\*", name);
    }

    @Override
    public String toString() {
        return method + " " + path + operation.map(right -> " (" + right + ")").orElse("");
    }
}
