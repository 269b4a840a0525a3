package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.terminology.DropReason;

/** Represents FHIR's OperationOutcome: errors, elements that are left out, or that all of it was taken. */
final class OperationOutcome {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode json = NODES.objectNode().put("resourceType", "OperationOutcome");

    private OperationOutcome() {}

    ObjectNode json() {
        return json;
    }

    /**
     * Returns an outcome with one error.
     *
     * @param code FHIR's issue type: {@code structure}, {@code required}, {@code transient}, ...
     */
    static OperationOutcome error(String code, String what) {
        var outcome = new OperationOutcome();
        outcome.issue("error", code, what, "");
        return outcome;
    }

    static OperationOutcome errors(String code, List<String> all) {
        var outcome = new OperationOutcome();
        all.forEach(what -> outcome.issue("error", code, what, path(what)));
        return outcome;
    }

    /**
     * Returns the outcome of a resource that is taken.
     *
     * @param profile elements that the vital-signs profile requires and that are missing
     */
    static OperationOutcome accepted(List<DroppedElement> dropped, List<String> profile) {
        var outcome = new OperationOutcome();
        for (DroppedElement left : dropped) {
            String at = left.field().isEmpty() ? left.segment() : left.segment() + "." + left.field();
            outcome.issue(severity(left.reason()), "not-supported", "left out: " + left.reason(), at);
        }
        profile.forEach(what -> outcome.issue("warning", "invariant", what, path(what)));
        if (outcome.json.withArray("issue").isEmpty()) {
            outcome.issue("information", "informational", "all of it was taken", "");
        }
        return outcome;
    }

    /** Returns the severity. The description of a device is no loss. */
    private static String severity(DropReason reason) {
        return reason == DropReason.DEVICE_ROW ? "information" : "warning";
    }

    private void issue(String severity, String code, String what, String at) {
        ArrayNode issues = json.withArray("issue");
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
