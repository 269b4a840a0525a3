package org.vigie.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.registry.Entry.Version;

/** Schemas and subjects in Confluent's REST API, in its words. Settings are in {@link SettingsApi}. */
final class RegistryApi {
    private static final String AVRO = "AVRO";

    private final Registry registry;

    RegistryApi(Registry registry) {
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/", call -> Map.of()),
                Route.of("GET", "/subjects", this::names),
                Route.of("POST", "/subjects/*", this::lookUp),
                Route.of("DELETE", "/subjects/*", this::deleteSubject),
                Route.of("GET", "/subjects/*/versions", this::versions),
                Route.of("POST", "/subjects/*/versions", this::register),
                Route.of("GET", "/subjects/*/versions/*", this::version),
                Route.of(
                        "GET",
                        "/subjects/*/versions/*/schema",
                        call -> new Verbatim(stored(call).schema())),
                Route.of("DELETE", "/subjects/*/versions/*", this::deleteVersion),
                Route.of("GET", "/schemas/types", call -> List.of(AVRO)),
                Route.of(
                        "GET",
                        "/schemas/ids/*",
                        call -> new SchemaString(withId(call).get(0).schema())),
                Route.of(
                        "GET",
                        "/schemas/ids/*/schema",
                        call -> new Verbatim(withId(call).get(0).schema())),
                Route.of("GET", "/schemas/ids/*/subjects", this::subjectsOfId),
                Route.of("GET", "/schemas/ids/*/versions", this::versionsOfId),
                Route.of("POST", "/compatibility/subjects/*/versions", call -> test(call, Optional.empty())),
                Route.of(
                        "POST",
                        "/compatibility/subjects/*/versions/*",
                        call -> test(call, Optional.of(call.second()))));
    }

    private Object names(Call call) {
        String prefix = call.parameter("subjectPrefix").orElse("");
        return registry.names(call.asks("deleted")).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
    }

    private Object lookUp(Call call) {
        return told(registry.lookUp(call.first(), PostedSchema.of(call), call.asks("deleted")));
    }

    private Object register(Call call) {
        return Map.of(
                "id",
                registry.register(call.first(), PostedSchema.toRegister(call)).id());
    }

    private Object versions(Call call) {
        return numbers(registry.versions(call.first(), call.asks("deleted")));
    }

    private Object version(Call call) {
        return told(stored(call));
    }

    private Version stored(Call call) {
        return registry.version(call.first(), call.second(), call.asks("deleted"));
    }

    private Object deleteSubject(Call call) {
        return numbers(registry.delete(call.first(), call.asks("permanent")));
    }

    private Object deleteVersion(Call call) {
        return registry.delete(call.first(), call.second(), call.asks("permanent"))
                .version();
    }

    private Object subjectsOfId(Call call) {
        return living(call).map(Version::subject).distinct().toList();
    }

    private Object versionsOfId(Call call) {
        return living(call)
                .map(version -> new SubjectVersion(version.subject(), version.version()))
                .toList();
    }

    private Stream<Version> living(Call call) {
        return withId(call).stream().filter(version -> call.asks("deleted") || !version.deleted());
    }

    private List<Version> withId(Call call) {
        try {
            return registry.withId(Integer.parseInt(call.first()));
        } catch (NumberFormatException e) {
            throw RegistryException.schemaNotFound();
        }
    }

    private Object test(Call call, Optional<String> version) {
        List<String> differences = registry.test(call.first(), PostedSchema.of(call), version);
        return call.asks("verbose")
                ? Map.of("is_compatible", differences.isEmpty(), "messages", differences)
                : Map.of("is_compatible", differences.isEmpty());
    }

    private static Schema told(Version version) {
        return new Schema(version.subject(), version.version(), version.id(), AVRO, List.of(), version.schema());
    }

    private static List<Integer> numbers(List<Version> versions) {
        return versions.stream().map(Version::version).toList();
    }

    /** JSON that is sent as it is. */
    record Verbatim(String json) {}
}
