package org.vigie.gateway.fhir.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vigie.gateway.fhir.element.FhirElement;

/**
 * Checks what makes a resource unsafe to read: an element that occurs several times where FHIR allows one, a modifier extension, and
 * implicit rules. The last two change the meaning of the resource.
 */
public final class FhirStructureCheck {
    /** Elements that occur at most once in every resource that is read, from DSTU2 to R6. */
    private static final Set<String> SINGLE = Set.of(
            "status",
            "subject",
            "patient",
            "encounter",
            "context",
            "code",
            "method",
            "bodySite",
            "dataAbsentReason",
            "value",
            "unit",
            "comparator",
            "system",
            "display",
            "text",
            "reference",
            "start",
            "end",
            "origin",
            "factor",
            "period",
            "interval",
            "intervalUnit",
            "dimensions",
            "data",
            "partOf",
            "physicalType",
            "parent",
            "source",
            "meta",
            "id",
            "birthDate",
            "gender",
            "collection",
            "fullUrl",
            "resource",
            "request",
            "implicitRules");

    private static final Pattern CHOICE = Pattern.compile("_?(value|effective|applies)[A-Z].*");
    private static final String MODIFIER = "modifierExtension";
    /** Elements that are not read: texts, contacts and extensions of people and things. */
    private static final Set<String> NOT_READ = Set.of("extension", "contact", "telecom", "address", "communication");

    private FhirStructureCheck() {}

    /** Returns the first violation with its place. Empty when there is none, and for types that are not read. */
    public static Optional<String> firstViolation(FhirElement resource) {
        return ReadResourceTypes.isRead(resource.type())
                ? modifier(resource).or(() -> severalOf(resource))
                : Optional.empty();
    }

    /** Returns the first violation of a Bundle or Parameters, without its resources. */
    public static Optional<String> firstWrapperViolation(FhirElement wrapper) {
        return modifier(wrapper).or(() -> severalOf(wrapper));
    }

    /** Returns the first element that changes the meaning of another. */
    public static Optional<String> modifier(FhirElement element) {
        return element.names().stream()
                .flatMap(name -> element.each(name).stream().flatMap(child -> modifier(element, name, child).stream()))
                .findFirst();
    }

    private static Optional<String> modifier(FhirElement parent, String name, FhirElement child) {
        boolean isModifier = name.equals(MODIFIER)
                || (name.equals("implicitRules") && !parent.type().isEmpty());
        if (isModifier) {
            return Optional.of(child.path() + ": not understood, and what it stands in must not be read without it");
        }
        return isLookedAt(name, child) ? modifier(child) : Optional.empty();
    }

    private static boolean isLookedAt(String name, FhirElement child) {
        return child.node().isObject() && !name.equals("resource") && !NOT_READ.contains(name);
    }

    private static Optional<String> severalOf(FhirElement element) {
        return severalNames(element, "value")
                .or(() -> severalNames(element, "effective"))
                .or(() -> severalChildren(element));
    }

    /** Returns a violation when {@code value[x]} has several types. */
    private static Optional<String> severalNames(FhirElement element, String choice) {
        Set<String> types = new TreeSet<>();
        element.node().fieldNames().forEachRemaining(name -> {
            if (name.matches("_?" + choice + "[A-Z].*")) {
                types.add(name.startsWith("_") ? name.substring(1) : name);
            }
        });
        return types.size() < 2
                ? Optional.empty()
                : Optional.of(element.path() + "." + choice + "[x]: must be one, are " + String.join(" and ", types));
    }

    private static Optional<String> severalChildren(FhirElement element) {
        return element.names().stream()
                .flatMap(name -> severalChildren(element, name).stream())
                .findFirst();
    }

    private static Optional<String> severalChildren(FhirElement element, String name) {
        List<FhirElement> children = element.each(name);
        if (element.node().get(name).isArray() && !children.isEmpty() && isSingle(element, name)) {
            return Optional.of(element.path() + "." + name + ": must be one element, is a list");
        }
        return children.stream()
                .filter(child -> isLookedAt(name, child))
                .flatMap(child -> severalOf(child).stream())
                .findFirst();
    }

    private static boolean isSingle(FhirElement parent, String name) {
        boolean isResource = !parent.type().isEmpty();
        return switch (name) {
            case "identifier" -> !isResource;
            case "location" -> !parent.type().equals("Encounter");
            case "device", "specimen" -> parent.type().equals("Observation");
            case "source" -> isResource;
            default -> SINGLE.contains(name) || CHOICE.matcher(name).matches();
        };
    }
}
