package org.vigie.gateway.fhir.element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Wraps an element of a resource with its path: {@code Bundle.entry[2].resource.component[0]}. It hides the differences of JSON and XML. In
 * XML, numbers are text and a list of one is no list. A missing element is an element that {@link #isAbsent() is absent}.
 */
public record FhirElement(String path, JsonNode node) {
    private static final int LONGEST_NUMBER = 64;
    /** The largest scale of a number. It is beyond a double, and arithmetic on 1e999999999 would not end. */
    private static final int LARGEST_SCALE = 400;

    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    public boolean has(String name) {
        return !get(name).isAbsent();
    }

    /** Returns the first child with this name. */
    public FhirElement get(String name) {
        List<FhirElement> found = each(name);
        return found.isEmpty() ? new FhirElement(path + "." + name, MissingNode.getInstance()) : found.get(0);
    }

    /** Returns the first of these children that is present. */
    public Optional<FhirElement> any(String... names) {
        for (String name : names) {
            if (has(name)) {
                return Optional.of(get(name));
            }
        }
        return Optional.empty();
    }

    public List<FhirElement> each(String name) {
        JsonNode child = node.path(name);
        String at = path + "." + name;
        if (!child.isArray()) {
            return child.isMissingNode() || child.isNull() ? List.of() : List.of(new FhirElement(at, child));
        }
        return IntStream.range(0, child.size())
                .filter(i -> !child.get(i).isNull())
                .mapToObj(i -> new FhirElement(at + "[" + i + "]", child.get(i)))
                .toList();
    }

    /** Returns the names of the children, without primitive extensions ({@code _birthDate}). */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("_")) {
                names.add(name);
            }
        });
        return names;
    }

    /** Returns the text of a child. Empty when it is absent. */
    public String text(String name) {
        return get(name).text();
    }

    /** Returns the text of this element without blanks around it. Empty when it has none. */
    public String text() {
        return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }

    /** Returns the text of a child in lower case, for codes of FHIR's own code systems. */
    public String code(String name) {
        return text(name).toLowerCase(Locale.ROOT);
    }

    /** Returns this element as a number, from a number or from a text. Empty for other texts, and for digits of other scripts. */
    public Optional<BigDecimal> decimal() {
        return node.isBoolean() ? Optional.empty() : number(text());
    }

    public static Optional<BigDecimal> number(String text) {
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

    public String type() {
        return text("resourceType");
    }
}
