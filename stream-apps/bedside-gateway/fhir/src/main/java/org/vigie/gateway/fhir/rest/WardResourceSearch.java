package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Serves the results of the ward as FHIR resources: alerts as DetectedIssue, triage as Flag, early-warning and risk scores as Observation.
 */
final class WardResourceSearch {
    private static final int MOST = 1_000;

    private final WardSnapshot ward;

    WardResourceSearch(WardSnapshot ward) {
        this.ward = ward;
    }

    /**
     * Searches the resources of a type.
     *
     * @param query {@code patient}: pseudonym of a stay; {@code _count}: largest number of results
     * @return a searchset; empty when the type is not served
     */
    Optional<ObjectNode> search(String type, Map<String, List<String>> query, String address) {
        List<String> patients = query.getOrDefault("patient", List.of());
        return all(type)
                .map(resources ->
                        resources.filter(resource -> isOf(resource, patients)).toList())
                .map(found -> searchset(found, count(query), address));
    }

    private static ObjectNode searchset(List<ObjectNode> found, int most, String address) {
        ObjectNode bundle = node("Bundle").put("type", "searchset");
        bundle.putArray("link").addObject().put("relation", "self").put("url", address);
        bundle.put("total", found.size());
        found.stream()
                .limit(most)
                .forEach(resource -> bundle.withArray("entry").addObject().set("resource", resource));
        return bundle;
    }

    Optional<ObjectNode> read(String type, String id) {
        return all(type)
                .flatMap(resources -> resources
                        .filter(resource -> resource.path("id").asText().equals(id))
                        .findFirst());
    }

    private Optional<Stream<ObjectNode>> all(String type) {
        return switch (type) {
            case "DetectedIssue" -> Optional.of(ward.alerts().stream().map(WardResourceWriter::issue));
            case "Flag" -> Optional.of(ward.triage().stream().map(WardResourceWriter::flag));
            case "Observation" ->
                Optional.of(Stream.concat(
                        ward.triage().stream().map(WardResourceWriter::earlyWarning),
                        ward.scores().stream().map(WardResourceWriter::risk)));
            default -> Optional.empty();
        };
    }

    private static boolean isOf(ObjectNode resource, List<String> patients) {
        String holder = resource.has("patient") ? "patient" : "subject";
        String stay = resource.path(holder).path("identifier").path("value").asText();
        return patients.isEmpty() || patients.stream().anyMatch(patient -> patient.endsWith(stay));
    }

    private static int count(Map<String, List<String>> query) {
        return query.getOrDefault("_count", List.of()).stream()
                .filter(count -> count.matches("\\d{1,4}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(MOST);
    }

    static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("resourceType", type);
    }
}
