package org.vigie.gateway.fhir.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the parts of a literal reference or a full URL: {@code https://somewhere/fhir/Patient/7/_history/2}.
 *
 * @param base address of the server: {@code https://somewhere/fhir/}; empty for a relative reference
 * @param typeAndId {@code Patient/7}; empty when the text has another form
 * @param version {@code 2}; empty when there is none
 * @param unversioned the text without its version
 */
public record FhirReferenceAddress(
        String base, Optional<String> typeAndId, Optional<String> version, String unversioned) {
    private static final Pattern FORM =
            Pattern.compile("(|.*/)([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/([^/]*))?");

    public static FhirReferenceAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? new FhirReferenceAddress(
                        matcher.group(1),
                        Optional.of(matcher.group(2)),
                        Optional.ofNullable(matcher.group(3)),
                        matcher.group(1) + matcher.group(2))
                : new FhirReferenceAddress("", Optional.empty(), Optional.empty(), text);
    }
}
