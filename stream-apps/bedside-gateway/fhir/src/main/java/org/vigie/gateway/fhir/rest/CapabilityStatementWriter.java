package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the CapabilityStatement of the endpoint. */
final class CapabilityStatementWriter {
    private static final List<String> TAKEN = List.of(
            "Observation",
            "MedicationAdministration",
            "Patient",
            "Encounter",
            "Device",
            "DeviceMetric",
            "Location",
            "DiagnosticReport");
    private static final List<String> GIVEN = List.of("DetectedIssue", "Flag");

    private static final List<String> CREATED = List.of("create");
    private static final List<String> SERVED = List.of("create", "read", "search-type");
    private static final List<String> UPDATED = List.of("create", "update", "read", "search-type");

    private CapabilityStatementWriter() {}

    static ObjectNode statement() {
        ObjectNode statement = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", "2026-11-22")
                .put("kind", "instance")
                .put("fhirVersion", "4.0.1");
        statement.putObject("software").put("name", "Vigie bedside gateway");
        statement
                .putObject("implementation")
                .put("description", "Takes bedside measurements, gives alerts, triage, scores");
        statement.putArray("format").add("application/fhir+json").add("application/fhir+xml");
        rest(statement.putArray("rest").addObject().put("mode", "server"));
        return statement;
    }

    private static void rest(ObjectNode rest) {
        rest.put(
                "documentation",
                "Bundles are answered by what they are: a transaction all or nothing, a batch each alone.");
        ArrayNode resources = rest.putArray("resource");
        for (String type : TAKEN) {
            interactions(resources, type, type.equals("Observation") ? UPDATED : CREATED);
        }
        GIVEN.forEach(type -> interactions(resources, type, SERVED));
        rest.putArray("interaction").add(code("transaction")).add(code("batch"));
        rest.putArray("operation")
                .addObject()
                .put("name", "process-message")
                .put("definition", "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message");
    }

    private static void interactions(ArrayNode resources, String type, List<String> codes) {
        ObjectNode resource = resources.addObject().put("type", type);
        codes.forEach(code -> resource.withArray("interaction").add(code(code)));
        if (type.equals("Observation")) {
            resource.withArray("supportedProfile").add("http://hl7.org/fhir/StructureDefinition/vitalsigns");
        }
        if (codes.contains("search-type")) {
            resource.withArray("searchParam").addObject().put("name", "patient").put("type", "reference");
        }
    }

    private static ObjectNode code(String code) {
        return JsonNodeFactory.instance.objectNode().put("code", code);
    }
}
