package org.vigie.gateway.fhir.location;

import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.reference.FhirIdentityResolver;
import org.vigie.gateway.fhir.reference.FhirReferenceAddress;

/** Represents a reference to a Location that was not sent. */
record FhirLocationReference(FhirElement reference) {
    /**
     * Returns the name of the location. Some senders write the path as display text ({@code REA/03}), which ranks above an id. A search, an
     * address and a reference to another type give no name.
     */
    String name() {
        String text = reference.text("reference");
        Optional<String> name = FhirReferenceAddress.parse(text).typeAndId();
        if (isNoLocation(name)) {
            return "";
        }
        boolean isNamed = text.isEmpty() || name.isPresent() || reference.has("identifier");
        String unshown = isNamed ? FhirIdentityResolver.named(reference) : "";
        String words = reference.has("display") ? reference.text("display") : unshown;
        return FhirIdentityResolver.isReference(words) ? "" : words;
    }

    private boolean isNoLocation(Optional<String> typeAndId) {
        return typeAndId.filter(given -> !given.startsWith("Location/")).isPresent()
                || (reference.has("type") && !reference.text("type").matches("(.*/)?Location"))
                || reference.text("reference").matches("(?i).*(\\?|%3F).*");
    }
}
