package org.vigie.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.registry.SchemaLogEntry.SchemaVersion;

/** Serves schemas and subjects in Confluent's REST API. {@link SettingsApi} serves the settings. */
final class RegistryApi {
    private static final String AVRO = "AVRO";

    private final SchemaRegistry registry;

    RegistryApi(SchemaRegistry registry) {
        this.registry = registry;
    }

    List<RegistryRoute> routes() {
        List<RegistryRoute> routes = new ArrayList<>();
        routes.add(RegistryRoute.get("/", request -> Map.of()));
        routes.addAll(subjectRoutes());
        routes.addAll(schemaRoutes());
        routes.addAll(compatibilityRoutes());
        return List.copyOf(routes);
    }

    private List<RegistryRoute> subjectRoutes() {
        return List.of(
                RegistryRoute.get("/subjects", this::names),
                RegistryRoute.post("/subjects/*", this::lookUp),
                RegistryRoute.of("DELETE", "/subjects/*", this::deleteSubject),
                RegistryRoute.get("/subjects/*/versions", this::versions),
                RegistryRoute.post("/subjects/*/versions", this::register),
                RegistryRoute.get("/subjects/*/versions/*", this::version),
                RegistryRoute.get(
                        "/subjects/*/versions/*/schema",
                        request -> new RawJson(stored(request).schema())),
                RegistryRoute.of("DELETE", "/subjects/*/versions/*", this::deleteVersion));
    }

    private List<RegistryRoute> schemaRoutes() {
        return List.of(
                RegistryRoute.get("/schemas/types", request -> List.of(AVRO)),
                RegistryRoute.get("/schemas/ids/*", request -> new SchemaString(textOfId(request))),
                RegistryRoute.get("/schemas/ids/*/schema", request -> new RawJson(textOfId(request))),
                RegistryRoute.get("/schemas/ids/*/subjects", this::subjectsOfId),
                RegistryRoute.get("/schemas/ids/*/versions", this::versionsOfId));
    }

    private List<RegistryRoute> compatibilityRoutes() {
        String subject = "/compatibility/subjects/*/versions";
        return List.of(
                RegistryRoute.post(subject, request -> test(request, Optional.empty())),
                RegistryRoute.post(subject + "/*", request -> test(request, Optional.of(request.secondArgument()))));
    }

    private String textOfId(RegistryRequest request) {
        return withId(request).get(0).schema();
    }

    private Object names(RegistryRequest request) {
        String prefix = request.parameter("subjectPrefix").orElse("");
        return registry.names(request.hasFlag("deleted")).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
    }

    private Object lookUp(RegistryRequest request) {
        return response(registry.lookUp(request.firstArgument(), request.schema(), request.hasFlag("deleted")));
    }

    private Object register(RegistryRequest request) {
        SchemaVersion registered = registry.register(request.firstArgument(), request.schemaToRegister());
        return Map.of("id", registered.id());
    }

    private Object versions(RegistryRequest request) {
        return numbers(registry.versions(request.firstArgument(), request.hasFlag("deleted")));
    }

    private Object version(RegistryRequest request) {
        return response(stored(request));
    }

    private SchemaVersion stored(RegistryRequest request) {
        return registry.version(request.firstArgument(), request.secondArgument(), request.hasFlag("deleted"));
    }

    private Object deleteSubject(RegistryRequest request) {
        return numbers(registry.delete(request.firstArgument(), request.hasFlag("permanent")));
    }

    private Object deleteVersion(RegistryRequest request) {
        boolean isPermanent = request.hasFlag("permanent");
        return registry.delete(request.firstArgument(), request.secondArgument(), isPermanent)
                .version();
    }

    private Object subjectsOfId(RegistryRequest request) {
        return living(request).map(SchemaVersion::subject).distinct().toList();
    }

    private Object versionsOfId(RegistryRequest request) {
        return living(request)
                .map(version -> new SubjectVersion(version.subject(), version.version()))
                .toList();
    }

    private Stream<SchemaVersion> living(RegistryRequest request) {
        return withId(request).stream().filter(version -> request.hasFlag("deleted") || !version.deleted());
    }

    private List<SchemaVersion> withId(RegistryRequest request) {
        try {
            return registry.withId(Integer.parseInt(request.firstArgument()));
        } catch (NumberFormatException e) {
            throw RegistryException.schemaNotFound();
        }
    }

    private Object test(RegistryRequest request, Optional<String> version) {
        List<String> differences = registry.test(request.firstArgument(), request.schema(), version);
        boolean isCompatible = differences.isEmpty();
        return request.hasFlag("verbose")
                ? Map.of("is_compatible", isCompatible, "messages", differences)
                : Map.of("is_compatible", isCompatible);
    }

    private static Schema response(SchemaVersion version) {
        return new Schema(version.subject(), version.version(), version.id(), AVRO, List.of(), version.schema());
    }

    private static List<Integer> numbers(List<SchemaVersion> versions) {
        return versions.stream().map(SchemaVersion::version).toList();
    }

    /** Holds JSON that is sent unchanged. */
    record RawJson(String json) {}
}
