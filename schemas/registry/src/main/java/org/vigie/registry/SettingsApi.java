package org.vigie.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.registry.Entry.Mode;

/** Compatibility levels and modes in Confluent's REST API, in its words. */
final class SettingsApi {
    private static final String DEFAULT_TO_GLOBAL = "defaultToGlobal";

    private final Registry registry;

    SettingsApi(Registry registry) {
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/config", call -> level(registry.level(Optional.empty()))),
                Route.of("PUT", "/config", call -> setLevel(call, Optional.empty())),
                Route.of("DELETE", "/config", call -> removeLevel(Optional.empty())),
                Route.of("GET", "/config/*", this::levelOfSubject),
                Route.of("PUT", "/config/*", call -> setLevel(call, Optional.of(call.first()))),
                Route.of("DELETE", "/config/*", this::removeLevelOfSubject),
                Route.of("GET", "/mode", call -> mode(registry.mode(Optional.empty()))),
                Route.of("PUT", "/mode", call -> setMode(call, Optional.empty())),
                Route.of("GET", "/mode/*", this::modeOfSubject),
                Route.of("PUT", "/mode/*", call -> setMode(call, Optional.of(call.first()))),
                Route.of("DELETE", "/mode/*", this::removeModeOfSubject));
    }

    private Object levelOfSubject(Call call) {
        return level(
                call.asks(DEFAULT_TO_GLOBAL)
                        ? registry.level(Optional.of(call.first()))
                        : registry.ownLevel(call.first()));
    }

    private Object setLevel(Call call, Optional<String> subject) {
        String name = call.text("compatibility").orElse("");
        CompatibilityLevel level = Arrays.stream(CompatibilityLevel.values())
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> RegistryException.invalidLevel(name));
        registry.setLevel(subject, Optional.of(level));
        return Map.of("compatibility", level.name);
    }

    private Object removeLevelOfSubject(Call call) {
        registry.ownLevel(call.first());
        return removeLevel(Optional.of(call.first()));
    }

    private Object removeLevel(Optional<String> subject) {
        CompatibilityLevel before = registry.level(subject);
        registry.setLevel(subject, Optional.empty());
        return level(before);
    }

    private Object modeOfSubject(Call call) {
        return mode(
                call.asks(DEFAULT_TO_GLOBAL)
                        ? registry.mode(Optional.of(call.first()))
                        : registry.ownMode(call.first()));
    }

    private Object setMode(Call call, Optional<String> subject) {
        String name = call.text("mode").orElse("");
        Mode mode = Arrays.stream(Mode.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RegistryException.invalidMode(name));
        registry.setMode(subject, Optional.of(mode));
        return mode(mode);
    }

    private Object removeModeOfSubject(Call call) {
        Mode before = registry.ownMode(call.first());
        registry.setMode(Optional.of(call.first()), Optional.empty());
        return mode(before);
    }

    private static Map<String, String> level(CompatibilityLevel level) {
        return Map.of("compatibilityLevel", level.name);
    }

    private static Map<String, String> mode(Mode mode) {
        return Map.of("mode", mode.name());
    }
}
