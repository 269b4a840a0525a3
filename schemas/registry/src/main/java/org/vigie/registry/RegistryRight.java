package org.vigie.registry;

import java.util.List;

/**
 * Describes one route of the registry and what it needs, for those who check that none is left open.
 *
 * @param method {@code GET}
 * @param path in which {@code *} stands for any text
 * @param isChange true when it changes a schema or a setting
 */
public record RegistryRight(String method, String path, boolean isChange) {
    /** Returns every route that a registry answers. */
    public static List<RegistryRight> all() {
        return RegistryServer.routes(new SchemaRegistry(new SchemaSubjects(), entry -> {})).stream()
                .map(route ->
                        new RegistryRight(route.method(), "/" + String.join("/", route.places()), route.isChange()))
                .toList();
    }
}
