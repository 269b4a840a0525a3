package org.vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the licences of all libraries from a bill of materials. Vigie's own modules are left out. */
final class LicenceReport {
    private static final String OWN = "org.vigie";

    private final AcceptedLicences accepted;

    LicenceReport(AcceptedLicences accepted) {
        this.accepted = accepted;
    }

    /** Returns each library with its licence, in the order of their names. */
    List<LibraryLicence> of(JsonNode bill) {
        List<LibraryLicence> all = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            if (!component.path("group").asText().equals(OWN)) {
                all.add(licence(component));
            }
        }
        all.sort(Comparator.comparing(LibraryLicence::library));
        return all;
    }

    private LibraryLicence licence(JsonNode component) {
        String library =
                component.path("group").asText() + ":" + component.path("name").asText();
        List<String> licences = accepted.of(library).map(List::of).orElseGet(() -> named(component));
        return new LibraryLicence(
                library + ":" + component.path("version").asText(),
                String.join(" or ", licences),
                licences.stream().anyMatch(accepted::accepts));
    }

    /** A library may name several licences, of which its user chooses one. */
    private static List<String> named(JsonNode component) {
        List<String> names = new ArrayList<>();
        for (JsonNode entry : component.path("licenses")) {
            JsonNode licence = entry.path("license");
            String name = licence.path("id")
                    .asText(licence.path("name").asText(entry.path("expression").asText()));
            names.add(name);
        }
        return names;
    }
}
