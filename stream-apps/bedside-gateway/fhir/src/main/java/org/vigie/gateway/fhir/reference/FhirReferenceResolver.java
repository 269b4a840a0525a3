package org.vigie.gateway.fhir.reference;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.structure.FhirStructureCheck;
import org.vigie.gateway.fhir.structure.ReadResourceTypes;

/**
 * Resolves references between the resources of one message. A reference that can mean several resources is refused, since the first of them
 * may be the wrong one.
 */
public final class FhirReferenceResolver {
    private final FhirReferenceTargets targets;
    private final ConditionalReferenceResolver conditional;

    FhirReferenceResolver(FhirReferenceTargets targets, ConditionalReferenceResolver conditional) {
        this.targets = targets;
        this.conditional = conditional;
    }

    /** Returns the resource that a reference means. Empty when it was not sent, and when the reference {@link #problem is refused}. */
    Optional<FhirElement> find(FhirElement reference, FhirElement container) {
        if (ConditionalReference.isSearch(reference.text("reference"))) {
            return conditional.find(reference.text("reference"));
        }
        List<ReferenceTarget> found = targets.find(reference, container);
        return found.size() == 1 && problem(reference, found).isEmpty()
                ? Optional.of(found.get(0).meant())
                : Optional.empty();
    }

    /** Returns true when the resource was sent and the reference is refused. Then no identifier is taken from the reference either. */
    public boolean isUnclear(FhirElement reference, FhirElement container) {
        return !ConditionalReference.isSearch(reference.text("reference"))
                && problem(reference, targets.find(reference, container)).isPresent();
    }

    /** Returns the first reference within an element that is refused, with the reason. */
    public Optional<String> firstUnresolvable(FhirElement element, FhirElement container) {
        return element.names().stream()
                .flatMap(name -> element.each(name).stream())
                .flatMap(child -> unresolvable(child, container).stream())
                .findFirst();
    }

    private Optional<String> unresolvable(FhirElement child, FhirElement container) {
        boolean isReference = child.type().isEmpty() && (child.has("reference") || child.has("identifier"));
        boolean isChecked = isReference && !ConditionalReference.isSearch(child.text("reference"));
        Optional<String> own = isChecked ? refusalOfRead(child, container) : Optional.empty();
        return own.or(() -> child.node().isObject() ? firstUnresolvable(child, container) : Optional.empty());
    }

    /** Returns why a reference is refused, unless it means only resources that are not read. */
    private Optional<String> refusalOfRead(FhirElement reference, FhirElement container) {
        List<ReferenceTarget> found = targets.find(reference, container);
        boolean isRead = found.stream()
                .anyMatch(target -> ReadResourceTypes.isRead(target.sent().type()));
        return isRead ? problem(reference, found).map(why -> reference.path() + ": " + why) : Optional.empty();
    }

    /** Returns why a reference is refused. It quotes no value that was sent. */
    private Optional<String> problem(FhirElement reference, List<ReferenceTarget> found) {
        if (found.size() > 1) {
            return Optional.of("must mean one resource, means " + found.size() + " of what was sent");
        }
        return found.stream().findFirst().flatMap(target -> problem(reference, target));
    }

    private Optional<String> problem(FhirElement reference, ReferenceTarget found) {
        if (isOtherType(reference, found.sent())) {
            return Optional.of("must mean a resource of the type it says, means a "
                    + found.sent().type());
        }
        if (FhirStructureCheck.modifier(found.sent()).isPresent()) {
            return Optional.of("means a resource that holds what is not understood");
        }
        List<ReferenceTarget> identified = targets.identified(reference, FhirReferenceTargets.typeOf(reference));
        boolean isOther = reference.has("reference") && identified.stream().anyMatch(target -> !target.equals(found));
        return isOther ? Optional.of("its identifier means another resource") : Optional.empty();
    }

    /** Returns true when a reference names another type than that of the resource, or two types. */
    private static boolean isOtherType(FhirElement reference, FhirElement sent) {
        Optional<String> named = FhirReferenceTargets.typeOf(reference);
        String beside = reference.text("type");
        boolean isContradicted = named.isPresent()
                && reference.has("type")
                && !beside.equals(named.get())
                && !beside.endsWith("/" + named.get());
        return isContradicted || named.filter(type -> !type.equals(sent.type())).isPresent();
    }
}
