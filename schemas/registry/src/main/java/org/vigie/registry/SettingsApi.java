package org.vigie.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.registry.SchemaLogEntry.SubjectMode;

/** Serves compatibility levels and modes in Confluent's REST API. */
final class SettingsApi {
    private static final String DEFAULT_TO_GLOBAL = "defaultToGlobal";

    private final SchemaRegistry registry;

    SettingsApi(SchemaRegistry registry) {
        this.registry = registry;
    }

    List<RegistryRoute> routes() {
        return Stream.concat(levelRoutes().stream(), modeRoutes().stream()).toList();
    }

    private List<RegistryRoute> levelRoutes() {
        return List.of(
                RegistryRoute.get("/config", request -> level(registry.level(Optional.empty()))),
                RegistryRoute.put("/config", request -> setLevel(request, Optional.empty())),
                RegistryRoute.of("DELETE", "/config", request -> removeLevel(Optional.empty())),
                RegistryRoute.get("/config/*", this::levelOfSubject),
                RegistryRoute.put("/config/*", request -> setLevel(request, Optional.of(request.firstArgument()))),
                RegistryRoute.of("DELETE", "/config/*", this::removeLevelOfSubject));
    }

    private List<RegistryRoute> modeRoutes() {
        return List.of(
                RegistryRoute.get("/mode", request -> mode(registry.mode(Optional.empty()))),
                RegistryRoute.put("/mode", request -> setMode(request, Optional.empty())),
                RegistryRoute.get("/mode/*", this::modeOfSubject),
                RegistryRoute.put("/mode/*", request -> setMode(request, Optional.of(request.firstArgument()))),
                RegistryRoute.of("DELETE", "/mode/*", this::removeModeOfSubject));
    }

    private Object levelOfSubject(RegistryRequest request) {
        return level(
                request.hasFlag(DEFAULT_TO_GLOBAL)
                        ? registry.level(Optional.of(request.firstArgument()))
                        : registry.ownLevel(request.firstArgument()));
    }

    private Object setLevel(RegistryRequest request, Optional<String> subject) {
        String name = request.bodyText("compatibility").orElse("");
        CompatibilityLevel level = Arrays.stream(CompatibilityLevel.values())
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> RegistryException.invalidLevel(name));
        registry.setLevel(subject, Optional.of(level));
        return Map.of("compatibility", level.name);
    }

    private Object removeLevelOfSubject(RegistryRequest request) {
        registry.ownLevel(request.firstArgument());
        return removeLevel(Optional.of(request.firstArgument()));
    }

    private Object removeLevel(Optional<String> subject) {
        CompatibilityLevel before = registry.level(subject);
        registry.setLevel(subject, Optional.empty());
        return level(before);
    }

    private Object modeOfSubject(RegistryRequest request) {
        return mode(
                request.hasFlag(DEFAULT_TO_GLOBAL)
                        ? registry.mode(Optional.of(request.firstArgument()))
                        : registry.ownMode(request.firstArgument()));
    }

    private Object setMode(RegistryRequest request, Optional<String> subject) {
        String name = request.bodyText("mode").orElse("");
        SubjectMode mode = Arrays.stream(SubjectMode.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RegistryException.invalidMode(name));
        registry.setMode(subject, Optional.of(mode));
        return mode(mode);
    }

    private Object removeModeOfSubject(RegistryRequest request) {
        SubjectMode before = registry.ownMode(request.firstArgument());
        registry.setMode(Optional.of(request.firstArgument()), Optional.empty());
        return mode(before);
    }

    private static Map<String, String> level(CompatibilityLevel level) {
        return Map.of("compatibilityLevel", level.name);
    }

    private static Map<String, String> mode(SubjectMode mode) {
        return Map.of("mode", mode.name());
    }
}
