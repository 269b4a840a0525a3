package org.vigie.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One element of a resource and where it stands in what was sent: {@code Bundle.entry[2].resource.component[0]}. Reads JSON and XML
 * alike: in XML a number is text, and a list of one is no list. What is absent is an element that {@link #isAbsent() is absent}.
 */
record FhirElement(String path, JsonNode node) {
    private static final int LONGEST_NUMBER = 64;
    /** Beyond a double: arithmetic on 1e999999999 would not end. */
    private static final int LARGEST_SCALE = 400;

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    boolean has(String name) {
        return !get(name).isAbsent();
    }

    /** The element's first child of that name. */
    FhirElement get(String name) {
        List<FhirElement> found = each(name);
        return found.isEmpty() ? new FhirElement(path + "." + name, MissingNode.getInstance()) : found.get(0);
    }

    /** The first of these children that is there. */
    Optional<FhirElement> any(String... names) {
        for (String name : names) {
            if (has(name)) {
                return Optional.of(get(name));
            }
        }
        return Optional.empty();
    }

    List<FhirElement> each(String name) {
        JsonNode child = node.path(name);
        String at = path + "." + name;
        if (!child.isArray()) {
            return child.isMissingNode() || child.isNull() ? List.of() : List.of(new FhirElement(at, child));
        }
        List<FhirElement> all = new ArrayList<>(child.size());
        for (int i = 0; i < child.size(); i++) {
            if (!child.get(i).isNull()) {
                all.add(new FhirElement(at + "[" + i + "]", child.get(i)));
            }
        }
        return all;
    }

    /** The names of the children, primitive extensions ({@code _birthDate}) aside. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("_")) {
                names.add(name);
            }
        });
        return names;
    }

    /** A child's text; empty when it is absent. */
    String text(String name) {
        return get(name).text();
    }

    /** This element's text, without blanks around it; empty when it has none. */
    String text() {
        return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }

    /** A child's text in lower case: codes of FHIR's own code systems. */
    String code(String name) {
        return text(name).toLowerCase(Locale.ROOT);
    }

    /** This element as a number, written as one or as text; empty when it is none, as digits of other scripts are. */
    Optional<BigDecimal> decimal() {
        return node.isBoolean() ? Optional.empty() : number(text());
    }

    static Optional<BigDecimal> number(String text) {
        boolean isPlain = text.chars().allMatch(character -> character < 128);
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !isPlain) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LARGEST_SCALE ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String type() {
        return text("resourceType");
    }
}
