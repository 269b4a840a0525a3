package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.gateway.intake.DropReason;
import org.vigie.gateway.intake.DroppedElement;

/** Writes an OperationOutcome: errors, elements that are left out, or that all of it was taken. */
final class OperationOutcomeWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OperationOutcomeWriter() {}

    /**
     * Writes one error.
     *
     * @param code FHIR's issue type: {@code structure}, {@code required}, {@code transient}, ...
     */
    static ObjectNode error(String code, String what) {
        ObjectNode outcome = outcome();
        issue(outcome, "error", code, what, "");
        return outcome;
    }

    static ObjectNode errors(String code, List<String> all) {
        ObjectNode outcome = outcome();
        all.forEach(what -> issue(outcome, "error", code, what, path(what)));
        return outcome;
    }

    /**
     * Writes the outcome of a resource that is taken.
     *
     * @param profile elements that the vital-signs profile requires and that are missing
     */
    static ObjectNode accepted(List<DroppedElement> dropped, List<String> profile) {
        ObjectNode outcome = outcome();
        for (DroppedElement left : dropped) {
            String at = left.field().isEmpty() ? left.segment() : left.segment() + "." + left.field();
            issue(outcome, severity(left.reason()), "not-supported", "left out: " + left.reason(), at);
        }
        profile.forEach(what -> issue(outcome, "warning", "invariant", what, path(what)));
        if (outcome.withArray("issue").isEmpty()) {
            issue(outcome, "information", "informational", "all of it was taken", "");
        }
        return outcome;
    }

    /** Returns the severity. The description of a device is no loss. */
    private static String severity(DropReason reason) {
        return reason == DropReason.DEVICE_ROW ? "information" : "warning";
    }

    private static ObjectNode outcome() {
        return NODES.objectNode().put("resourceType", "OperationOutcome");
    }

    private static void issue(ObjectNode outcome, String severity, String code, String what, String at) {
        ArrayNode issues = outcome.withArray("issue");
        ObjectNode issue =
                issues.addObject().put("severity", severity).put("code", code).put("diagnostics", what);
        if (!at.isEmpty()) {
            issue.putArray("expression").add(at);
        }
    }

    /** Returns the path in a message: {@code Observation.status} of {@code Observation.status: required}. */
    private static String path(String what) {
        int colon = what.indexOf(": ");
        return colon < 0 ? "" : what.substring(0, colon);
    }
}
