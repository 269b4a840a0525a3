package org.vigie.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.access.AccessOperation;
import org.vigie.access.server.ServerRoute;
import org.vigie.registry.RegistryRight;

/**
 * Lists the routes of a ward's servers as their routers list them, so that a new route cannot be left out.
 *
 * @param routers the routes of each server by its port; those of the registry are added
 * @param registry port of the schema registry
 */
record WardRoutes(Map<Integer, List<ServerRoute>> routers, int registry) {
    private static final Map<String, String> KNOWN_NAMES = Map.of("<bed>", "REA/01", "{bed}", "REA/01");

    /** Returns the routes that need a log-in or a token. */
    List<WardRoute> guarded() {
        Stream<WardRoute> listed = routers.entrySet().stream()
                .flatMap(server -> server.getValue().stream()
                        .flatMap(route -> route.operation().stream()
                                .map(right -> new WardRoute(server.getKey(), route.method(), path(route), right))));
        Stream<WardRoute> ofRegistry = RegistryRight.all().stream()
                .map(route ->
                        new WardRoute(registry, route.method(), route.path().replace("*", "1"), operation(route)));
        return Stream.concat(listed, ofRegistry).toList();
    }

    /** Returns the routes that anybody may use. */
    List<String> open() {
        return routers.values().stream()
                .flatMap(List::stream)
                .filter(route -> route.operation().isEmpty())
                .map(ServerRoute::toString)
                .toList();
    }

    private static String path(ServerRoute route) {
        String path = route.path();
        for (Map.Entry<String, String> known : KNOWN_NAMES.entrySet()) {
            path = path.replace(known.getKey(), known.getValue());
        }
        return new ServerRoute(route.method(), path, route.operation()).filled("x");
    }

    private static AccessOperation operation(RegistryRight route) {
        return route.isChange() ? AccessOperation.WRITE_SCHEMAS : AccessOperation.READ_SCHEMAS;
    }
}
